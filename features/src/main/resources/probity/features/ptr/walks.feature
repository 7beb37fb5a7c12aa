Feature: Walks from the context

  The stack walker is the second consumer of the pointer. It starts with pc and x29 of the context and
  follows the frame records; what it shows are functions that are running, or it misleads.

  @PTR-05
  Scenario Outline: A walk at <side> of the <role> target
    Given multi-kprobe program A on the <role> target that walks from the context at <side>
    When the <role> target is called
    Then each walk shows real activations only, to the root

    Examples:
      | role         | side  |
      | LEAF         | entry |
      | LEAF         | exit  |
      | PAUTH        | entry |
      | PAUTH        | exit  |
      | CALLEE_SAVED | entry |
      | CALLEE_SAVED | exit  |

  @PTR-05
  Scenario Outline: A walk at <side> from deep inside
    Given session program A on the innermost CHAIN target that walks from the context and takes a perf sample at <side>
    When the outermost CHAIN target is called
    Then each walk shows real activations only, to the root

    Examples:
      | side  |
      | entry |
      | exit  |

  @PTR-05
  Scenario: A walk does not show the function that made a tail call
    Given multi-kprobe program A on the TAIL_TARGET target that walks from the context at both sides
    When the caller of the TAIL_CALL target is called
    Then each walk shows real activations only, to the root

  @PTR-05
  Scenario: A walk shows nothing of calls that have returned
    Given multi-kprobe program A on the LEAF target that walks from the context at both sides
    When the outermost CHAIN target is called
    And the LEAF target is called
    Then each walk shows real activations only, to the root

  @PTR-05
  Scenario: A walk through a recursion
    Given session program A on the RECURSIVE target that walks from the context at both sides
    When the RECURSIVE target is called with depth 3
    Then each walk shows real activations only, to the root

  @PTR-05
  Scenario: A walk goes as far as the limit, and no further
    Given multi-kprobe program A on the RECURSIVE target that captures and walks from the context at both sides
    When the RECURSIVE target is called 2 levels deeper than a walk
    Then each walk shows real activations only, to the root

  @PTR-06
  Scenario Outline: The direct caller in a walk at the entry of the <callee> target
    Given multi-kprobe program A on the <callee> target that walks from the context at entry
    When <call>
    Then each walk contains the direct caller

    Examples:
      | callee          | call                                         |
      | LEAF            | the LEAF target is called                    |
      | innermost CHAIN | the outermost CHAIN target is called         |
      | RECURSIVE       | the RECURSIVE target is called with depth 3  |
      | TAIL_TARGET     | the caller of the TAIL_CALL target is called |

  @PTR-07
  Scenario Outline: A walk at the exit of the <callee> target
    Given multi-kprobe program A on the <callee> target that walks from the context at exit
    When <call>
    Then each walk starts in the direct caller and misses no ancestor

    Examples:
      | callee          | call                                         |
      | LEAF            | the LEAF target is called                    |
      | innermost CHAIN | the outermost CHAIN target is called         |
      | RECURSIVE       | the RECURSIVE target is called with depth 3  |
      | TAIL_TARGET     | the caller of the TAIL_CALL target is called |
      | CALLEE_SAVED    | the CALLEE_SAVED target is called            |

  @PTR-07
  Scenario: The call chain of a sample at exit
    Given session program A on the innermost CHAIN target that takes a perf sample at exit
    When the outermost CHAIN target is called
    Then each walk starts in the direct caller and misses no ancestor
