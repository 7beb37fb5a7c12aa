Feature: One side only

  Whoever asks for one side pays for one side, and need not expect calls from the other.

  @SYM-09
  Scenario Outline: An entry-only <probe>
    Given <probe> A on the LEAF target that captures at entry
    When the LEAF target is called 2 times
    Then the events come as >| >|
    And no handler runs at a side that it was not asked for

    Examples:
      | probe                |
      | fprobe               |
      | multi-kprobe program |

  @SYM-09
  Scenario Outline: An exit-only <probe>
    Given <probe> A on the LEAF target that captures at exit
    When the LEAF target is called 2 times
    Then the events come as |< |<
    And no handler runs at a side that it was not asked for

    Examples:
      | probe                |
      | fprobe               |
      | multi-kprobe program |

  @SYM-09
  Scenario: Both on one function
    Given fprobe A on the RECURSIVE target that captures at entry
    And fprobe B on the RECURSIVE target that captures at exit
    When the RECURSIVE target is called with depth 2
    Then no handler runs at a side that it was not asked for
    And the events come as >>>|<<<
