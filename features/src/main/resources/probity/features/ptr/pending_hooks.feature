Feature: Pending return hooks are resolved

  A hooked return replaces a return address by that of a trampoline. Whoever looks at the stack in
  the meantime wants to see the program, not the hook.

  @PTR-08
  Scenario Outline: A walk at <side> with every caller hooked
    Given fprobe F on the CHAIN targets that does nothing at both sides
    And multi-kprobe program A on the innermost CHAIN target that walks from the context at <side>
    When the outermost CHAIN target is called
    Then each hooked frame shows its original return address

    Examples:
      | side  |
      | entry |
      | exit  |

  @PTR-08
  Scenario: Walks through a hooked recursion
    Given session program A on the RECURSIVE target that walks from the context at both sides
    When the RECURSIVE target is called with depth 4
    Then each hooked frame shows its original return address

  @PTR-08
  Scenario: Walks through a hooked mutual recursion
    Given session program A on the MUTUAL targets that walks from the context at both sides
    When the MUTUAL target is called with depth 4
    Then each hooked frame shows its original return address

  @PTR-08
  Scenario Outline: Walks with two kinds of return hook on each function, <order>
    Given <first> on the CHAIN targets that does nothing at exit
    And <second> on the CHAIN targets that does nothing at exit
    And multi-kprobe program A on the innermost CHAIN target that walks from the context at both sides
    When the outermost CHAIN target is called
    Then each hooked frame shows its original return address

    Examples:
      | order           | first       | second      |
      | kretprobe first | kretprobe K | fprobe F    |
      | kretprobe last  | fprobe F    | kretprobe K |

  @PTR-08
  Scenario: Walks while a tail call is pending
    Given fprobe F on the TAIL_CALL target that does nothing at both sides
    And session program A on the TAIL_TARGET target that walks from the context at both sides
    When the caller of the TAIL_CALL target is called
    Then each hooked frame shows its original return address

  @PTR-08
  Scenario: Walks while a tail call is pending, with two kinds of return hook at both ends
    Given kretprobe K on the TAIL_CALL and the TAIL_TARGET target that does nothing at exit
    And fprobe F on the TAIL_CALL and the TAIL_TARGET target that does nothing at exit
    And session program A on the TAIL_TARGET target that walks from the context at both sides
    When the caller of the TAIL_CALL target is called
    Then each hooked frame shows its original return address

  @PTR-08
  Scenario: Two programs with a return hook on one function
    Given session program A on the RECURSIVE target that walks from the context at both sides
    And session program B on the RECURSIVE target that walks from the context at both sides
    When the RECURSIVE target is called with depth 2
    Then each hooked frame shows its original return address

  @PTR-18
  Scenario Outline: A <observer> further in walks through pending <hooks>
    Given <hooks> H on the outer CHAIN targets that does nothing at exit
    And <observer> A on the innermost CHAIN target that walks from the context at entry
    When the outermost CHAIN target is called
    Then each hooked frame shows its original return address

    Examples:
      | observer             | hooks           |
      | multi-kprobe program | fprobe          |
      | multi-kprobe program | kretprobe       |
      | kprobe               | fprobe          |
      | kprobe               | kretprobe       |
      | kprobe               | session program |

  @PTR-18
  Scenario Outline: The stack of a blocked task with pending <hooks>
    Given <hooks> H on the BLOCKING targets that does nothing at exit
    When task 1 calls the BLOCKING target
    And the stack of task 1 is walked
    And task 1 goes on
    Then each hooked frame shows its original return address

    Examples:
      | hooks           |
      | fprobe          |
      | session program |
      | kretprobe       |

  @PTR-18
  Scenario: The stack of a blocked task with two kinds of return hook on each function
    Given fprobe F on the BLOCKING targets that does nothing at exit
    And kretprobe K on the BLOCKING targets that does nothing at exit
    When task 1 calls the BLOCKING target
    And the stack of task 1 is walked
    And task 1 goes on
    Then each hooked frame shows its original return address

  @PTR-18
  Scenario Outline: The stack of a blocked task whose <hooks> is <gone> meanwhile
    Given <hooks> H on the BLOCKING targets that does nothing at exit
    When task 1 calls the BLOCKING target
    And H is <gone>
    And the stack of task 1 is walked
    And task 1 goes on
    Then each hooked frame shows its original return address

    Examples: the return stays hooked for as long as the function runs
      | hooks           | gone     |
      | fprobe          | detached |
      | fprobe          | disabled |
      | session program | detached |
      | kretprobe       | detached |

  @PTR-18
  Scenario Outline: The stack of a blocked task beside one with pending <hooks>
    Given <hooks> H on the BLOCKING targets that does nothing at exit
    When task 1 calls the BLOCKING target on CPU 0
    And task 2 calls the BLOCKING target on CPU 1
    And the stack of task 1 is walked
    And the stack of task 2 is walked
    And task 1 goes on
    And the stack of task 2 is walked
    And task 2 goes on
    Then each hooked frame shows its original return address

    Examples:
      | hooks     |
      | fprobe    |
      | kretprobe |
