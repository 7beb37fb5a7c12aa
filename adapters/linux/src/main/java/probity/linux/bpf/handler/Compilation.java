package probity.linux.bpf.handler;

/** What became of a script: a {@link Handler}, or the reasons why there can be none. */
public sealed interface Compilation permits Handler, NotExpressible {}
