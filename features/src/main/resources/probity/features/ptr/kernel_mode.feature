Feature: The context says kernel mode

  perf and the stack walker look at the mode in pstate before anything else. A context that was only
  cleared says user mode, and they go looking for a user stack.

  @PTR-02
  Scenario Outline: pstate, <program> at <side>
    Given <program> A on the LEAF target that captures and takes a perf sample at <side>
    When the LEAF target is called
    Then the context says kernel mode

    Examples:
      | program              | side  |
      | multi-kprobe program | entry |
      | multi-kprobe program | exit  |
      | session program      | entry |
      | session program      | exit  |

  @PTR-02
  Scenario: pstate at every level of a recursion
    Given session program A on the RECURSIVE target that reads pstate and takes a perf sample at both sides
    When the RECURSIVE target is called with depth 2
    Then the context says kernel mode
