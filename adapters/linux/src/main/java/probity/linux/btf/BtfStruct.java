package probity.linux.btf;

import java.util.Optional;
import java.util.function.Function;
import probity.linux.abi.MalformedException;

/** A struct of the kernel. */
public final class BtfStruct {
    private final String name;
    private final int size;
    private final Function<String, Optional<BtfMember>> members;

    BtfStruct(String name, int size, Function<String, Optional<BtfMember>> members) {
        this.name = name;
        this.size = size;
        this.members = members;
    }

    /** Its tag. */
    public String name() {
        return name;
    }

    /** Its size in bytes. */
    public int size() {
        return size;
    }

    /** The member of this name, or at this path of names separated by dots. */
    public Optional<BtfMember> find(String path) {
        return members.apply(path);
    }

    /**
     * The member of this name, or at this path of names separated by dots.
     *
     * @throws MalformedException if the kernel's struct has none
     */
    public BtfMember member(String path) {
        return find(path)
                .orElseThrow(
                        () ->
                                new MalformedException(
                                        "This kernel's struct %s has no member %s."
                                                .formatted(name, path)));
    }
}
