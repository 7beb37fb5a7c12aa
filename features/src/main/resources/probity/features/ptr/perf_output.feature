Feature: perf output works with the context

  perf_event_output is the first thing that programs do with their pointer. Its sample is only of use
  if it lies in the kernel, where the function was entered or will return to.

  @PTR-03
  Scenario Outline: A sample at the entry of the <role> target
    Given multi-kprobe program A on the <role> target that takes a perf sample at entry
    When the <role> target is called
    Then perf output succeeds with a kernel sample
    And the sample's ip is the resume address

    Examples:
      | role            |
      | LEAF            |
      | STACK_ARGUMENTS |
      | PAUTH           |
      | CALLEE_SAVED    |

  @PTR-03
  Scenario: Samples at the entries of a call chain
    Given session program A on the CHAIN targets that takes a perf sample at entry
    When the outermost CHAIN target is called
    Then perf output succeeds with a kernel sample
    And the sample's ip is the resume address

  @PTR-03
  Scenario: The sample is taken anew at each hit
    Given multi-kprobe program A on the LEAF target that takes a perf sample at entry
    When the LEAF target is called 3 times
    Then perf output succeeds with a kernel sample
    And the sample's ip is the resume address

  @PTR-04
  Scenario Outline: A sample at the exit of the <role> target
    Given multi-kprobe program A on the <role> target that takes a perf sample at exit
    When the <role> target is called
    Then perf output succeeds with a kernel sample
    And the sample's ip is the true return address

    Examples:
      | role            |
      | LEAF            |
      | STACK_ARGUMENTS |
      | PAUTH           |
      | CALLEE_SAVED    |

  @PTR-04
  Scenario: Samples at the exits of a call chain
    Given session program A on the CHAIN targets that takes a perf sample at exit
    When the outermost CHAIN target is called
    Then perf output succeeds with a kernel sample
    And the sample's ip is the true return address

  @PTR-04
  Scenario Outline: A sample at exit with two hooks on the function, <other>
    Given <first> on the LEAF target that takes a perf sample at exit
    And <second> on the LEAF target that takes a perf sample at exit
    When the LEAF target is called
    Then perf output succeeds with a kernel sample
    And the sample's ip is the true return address

    Examples:
      | other              | first                  | second                 |
      | kretprobe before   | kretprobe K            | multi-kprobe program A |
      | kretprobe after    | multi-kprobe program A | kretprobe K            |
      | second program     | multi-kprobe program A | session program B      |

  @PTR-04
  Scenario: A sample at the exit of a tail call
    Given multi-kprobe program A on the TAIL_CALL target that takes a perf sample at exit
    And multi-kprobe program B on the TAIL_TARGET target that takes a perf sample at exit
    When the caller of the TAIL_CALL target is called
    Then perf output succeeds with a kernel sample
    And the sample's ip is the true return address
