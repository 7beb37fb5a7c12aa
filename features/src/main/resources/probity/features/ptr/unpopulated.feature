Feature: Fields that nobody saved

  A light trampoline saves little. A program that reads another field may be refused, be led to
  where the value is, or read zero; it may not read what some other call left on the stack.

  @PTR-12
  Scenario Outline: Unpopulated fields at <side> of a <program>
    Given <program> A on the <role> target that captures at <side>
    When the <role> target is called
    Then unpopulated fields follow the policy

    Examples:
      | program              | side  | role         |
      | multi-kprobe program | entry | LEAF         |
      | multi-kprobe program | exit  | LEAF         |
      | session program      | entry | CALLEE_SAVED |
      | session program      | exit  | CALLEE_SAVED |

  @PTR-12
  Scenario Outline: A program that reads a denied field at <side> is refused
    Given the policy denies fields at <side>
    When multi-kprobe programs are attached to the LEAF target, each reading one denied field at <side>
    Then each is refused, and the reason names the field

    Examples:
      | side  |
      | entry |
      | exit  |

  @PTR-12
  Scenario Outline: Two poisons read the same at <side>
    Given session program A on the CALLEE_SAVED target:
      | <side> | capture                             |
      | <side> | take a perf sample of all registers |
    When the CALLEE_SAVED target is called
    And the same is done over differently poisoned stacks
    Then unpopulated fields follow the policy
    And both runs show the same

    Examples:
      | side  |
      | entry |
      | exit  |

  @PTR-12
  Scenario: Two poisons read the same after other calls have used the stack
    Given multi-kprobe program A on the LEAF target that captures and takes a perf sample of all registers at both sides
    And fprobe F on the CHAIN targets that captures at both sides
    When the outermost CHAIN target is called
    And the LEAF target is called
    And the same is done over differently poisoned stacks
    Then unpopulated fields follow the policy
    And both runs show the same

  @PTR-12
  Scenario: Two poisons give the helpers the same
    Given session program A on the innermost CHAIN target:
      | entry | get the stack    |
      | entry | get the stack id |
      | exit  | get the stack    |
      | exit  | get the stack id |
    When the outermost CHAIN target is called
    And the same is done over differently poisoned stacks
    Then both runs show the same
