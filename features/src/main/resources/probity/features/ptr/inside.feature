Feature: Walks from inside a handler

  Some helpers walk the current task from where they are. They see what frame records the trampoline
  has left on the stack.

  @PTR-17
  Scenario Outline: A walk from inside the handler, <probe> at <side> of the <callee> target
    Given <probe> A on the <callee> target that walks from here at <side>
    When <caller> is called
    Then each walk from here misses no ancestor

    Examples:
      | probe                | side  | callee          | caller                             |
      | fprobe               | entry | LEAF            | the LEAF target                    |
      | fprobe               | exit  | LEAF            | the LEAF target                    |
      | multi-kprobe program | entry | LEAF            | the LEAF target                    |
      | multi-kprobe program | exit  | LEAF            | the LEAF target                    |
      | session program      | exit  | LEAF            | the LEAF target                    |
      | kretprobe            | exit  | LEAF            | the LEAF target                    |
      | fprobe               | entry | innermost CHAIN | the outermost CHAIN target         |
      | fprobe               | exit  | innermost CHAIN | the outermost CHAIN target         |
      | multi-kprobe program | entry | innermost CHAIN | the outermost CHAIN target         |
      | multi-kprobe program | exit  | innermost CHAIN | the outermost CHAIN target         |
      | kretprobe            | exit  | innermost CHAIN | the outermost CHAIN target         |
      | session program      | exit  | TAIL_TARGET     | the caller of the TAIL_CALL target |

  @PTR-17
  Scenario: Walks from inside handlers while return hooks are pending
    Given fprobe A on the RECURSIVE target that walks from here at both sides
    When the RECURSIVE target is called with depth 3
    Then each walk from here misses no ancestor
