Feature: Helpers work from the context

  A program hands its pointer on to helpers. None of them may need more than the context has.

  @PTR-13
  Scenario Outline: Stack and stack id, <program> at <side>
    Given <program> A on the innermost CHAIN target:
      | <side> | get the stack         |
      | <side> | get the stack id      |
      | <side> | walk from the context |
      | <side> | take a perf sample    |
    When the outermost CHAIN target is called
    Then the stack helpers succeed
    And stack, stack id, walk and call chain agree

    Examples:
      | program              | side  |
      | multi-kprobe program | entry |
      | multi-kprobe program | exit  |
      | session program      | entry |
      | session program      | exit  |

  @PTR-13
  Scenario Outline: Stack and stack id on the LEAF target, <program> at <side>
    Given <program> A on the LEAF target:
      | <side> | get the stack         |
      | <side> | get the stack id      |
      | <side> | walk from the context |
      | <side> | take a perf sample    |
    When the LEAF target is called
    Then the stack helpers succeed
    And stack, stack id, walk and call chain agree

    Examples:
      | program              | side  |
      | multi-kprobe program | entry |
      | multi-kprobe program | exit  |
      | session program      | entry |
      | session program      | exit  |

  @PTR-13
  Scenario Outline: Stack and stack id with return hooks pending, at <side>
    Given session program A on the RECURSIVE target:
      | <side> | get the stack      |
      | <side> | get the stack id   |
      | <side> | take a perf sample |
    When the RECURSIVE target is called with depth 3
    Then the stack helpers succeed
    And stack, stack id, walk and call chain agree

    Examples:
      | side  |
      | entry |
      | exit  |

  @PTR-13
  Scenario Outline: Stack ids of different stacks of one length, at <side>
    Given session program A on every target that the CALLER targets call:
      | <side> | get the stack    |
      | <side> | get the stack id |
    When the CALLER targets are called
    Then the stack helpers succeed
    And stack, stack id, walk and call chain agree

    Examples:
      | side  |
      | entry |
      | exit  |

  @PTR-13
  Scenario Outline: The function ip of the <role> target
    Given session program A on the <role> target that gets the function ip at both sides
    When the <role> target is called
    Then the function ip is the symbol's address

    Examples: with and without a landing pad
      | role  |
      | LEAF  |
      | PAUTH |

  @PTR-13
  Scenario Outline: Cookies follow their function, <program> on the LEAF targets
    Given <program> A on the LEAF targets with a cookie each that gets the function ip and gets the cookie at both sides
    When the LEAF targets are called
    Then the function ip is the symbol's address
    And the cookie is the one given for the function

    Examples:
      | program              |
      | multi-kprobe program |
      | session program      |

  @PTR-13
  Scenario Outline: Cookies follow their function, <program> at <side>
    Given <program> A on the CHAIN targets with a cookie each that gets the function ip and gets the cookie at <side>
    When the outermost CHAIN target is called
    Then the function ip is the symbol's address
    And the cookie is the one given for the function

    Examples:
      | program              | side  |
      | multi-kprobe program | entry |
      | multi-kprobe program | exit  |
      | session program      | entry |
      | session program      | exit  |

  @PTR-13
  Scenario: Two programs on the same functions have their own cookies
    Given multi-kprobe program A on the CHAIN targets with a cookie each that gets the cookie at both sides
    And session program B on the CHAIN targets with a cookie each that gets the cookie at both sides
    When the outermost CHAIN target is called
    Then the cookie is the one given for the function

  @PTR-13
  Scenario Outline: Function ip and cookie after a nested hit, at <side>
    Given session program A on the LEAF target with a cookie each:
      | <side> | call the PLAIN target |
      | <side> | get the function ip   |
      | <side> | get the cookie        |
    And session program B on the PLAIN target with a cookie each that gets the cookie at both sides
    When the LEAF target is called
    Then the function ip is the symbol's address
    And the cookie is the one given for the function

    Examples:
      | side  |
      | entry |
      | exit  |
