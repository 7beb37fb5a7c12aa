package probity.linux.btf;

/**
 * A parameter of a kernel function.
 *
 * @param name as the source calls it; may be empty
 * @param value its width and sign
 */
public record BtfParameter(String name, BtfValue value) {}
