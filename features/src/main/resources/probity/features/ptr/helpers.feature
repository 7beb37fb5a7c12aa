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
  Scenario Outline: The function ip of the <role> target
    Given session program A on the <role> target that gets the function ip at both sides
    When the <role> target is called
    Then the function ip is the symbol's address

    Examples: with and without a landing pad
      | role  |
      | LEAF  |
      | PAUTH |

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
