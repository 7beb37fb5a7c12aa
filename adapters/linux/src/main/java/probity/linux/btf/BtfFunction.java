package probity.linux.btf;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A kernel function.
 *
 * @param id its BTF id: what {@code attach_btf_id} and a kfunc call name it by
 * @param name its symbol
 * @param parameters in order
 * @param variadic whether more arguments may follow
 * @param result what it returns
 */
public record BtfFunction(
        int id, String name, List<BtfParameter> parameters, boolean variadic, BtfValue result) {
    public BtfFunction {
        parameters = List.copyOf(parameters);
    }

    /** The prototype as C writes it. */
    @Override
    public String toString() {
        String list =
                parameters.stream()
                        .map(parameter -> parameter.value().type() + " " + parameter.name())
                        .map(String::strip)
                        .collect(Collectors.joining(", "));
        String more = variadic ? list.isEmpty() ? "..." : ", ..." : "";
        return result.type() + " " + name + "(" + list + more + ")";
    }
}
