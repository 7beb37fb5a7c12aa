Feature: Entry data

  What the entry handler wants to tell the exit handler, a time stamp say, it keeps in the entry data
  of the activation.

  @SYM-07
  Scenario Outline: <size> bytes arrive unchanged
    Given fprobe A on the LEAF target with <size> bytes of data:
      | entry | store 0x1122334455667788 at the first data word |
      | entry | store 0x99aabbccddeeff00 at the last data word  |
      | exit  | load the data                                   |
    When the LEAF target is called
    Then the exit finds the data that the entry of the same activation left
    And the data has the asked size

    Examples:
      | size             |
      | 8                |
      | 16               |
      | 64               |
      | the most allowed |

  @SYM-07
  Scenario Outline: Each level of a recursion has its own, <probe>
    Given <probe> A on the RECURSIVE target with 8 bytes of data:
      | entry | store sp at the first data word     |
      | exit  | load the data                       |
      | exit  | store 0x2222 at the first data word |
    When the RECURSIVE target is called with depth 3
    Then the exit finds the data that the entry of the same activation left

    Examples: a session program may be refused more than none
      | probe           |
      | fprobe          |
      | kretprobe       |
      | session program |

  @SYM-07
  Scenario: Each probe on a function has its own
    Given fprobe A on the LEAF target with 16 bytes of data:
      | entry | store 0xaaaa at the first data word |
      | exit  | load the data                       |
      | exit  | store 0xdead at the first data word |
    And fprobe B on the LEAF target with 8 bytes of data:
      | entry | store 0xbbbb at the first data word |
      | exit  | load the data                       |
      | exit  | store 0xdead at the first data word |
    When the LEAF target is called 2 times
    Then the exit finds the data that the entry of the same activation left
    And the data has the asked size

  @SYM-07
  Scenario: Probes that ask for much have their own
    Given fprobe A on the LEAF target with the most allowed bytes of data:
      | entry | store 0xaaaa at the first data word |
      | entry | store 0xaabb at the last data word  |
      | exit  | load the data                       |
    And fprobe B on the LEAF target with the most allowed bytes of data:
      | entry | store 0xbbbb at the first data word |
      | entry | store 0xbbcc at the last data word  |
      | exit  | load the data                       |
    And fprobe C on the LEAF target with the most allowed bytes of data:
      | entry | store 0xcccc at the first data word |
      | entry | store 0xccdd at the last data word  |
      | exit  | load the data                       |
    When the LEAF target is called
    Then the exit finds the data that the entry of the same activation left

  @SYM-07
  Scenario: Each function of a chain has its own
    Given fprobe A on the outermost CHAIN target with 8 bytes of data:
      | entry | store 0xaaaa at the first data word |
      | exit  | load the data                       |
    And fprobe B on the innermost CHAIN target with 8 bytes of data:
      | entry | store 0xbbbb at the first data word |
      | exit  | load the data                       |
      | exit  | store 0xdead at the first data word |
    When the outermost CHAIN target is called
    Then the exit finds the data that the entry of the same activation left

  @SYM-07
  Scenario: Each task has its own
    Given fprobe A on the BLOCKING target with 16 bytes of data:
      | entry | store x0 at the first data word     |
      | exit  | load the data                       |
      | exit  | store 0x2222 at the first data word |
    When task 1 calls the BLOCKING target
    And task 2 calls the BLOCKING target
    And task 1 goes on
    And task 2 goes on
    Then the exit finds the data that the entry of the same activation left

  @SYM-07
  Scenario: Tasks that come while others are blocked have their own
    Given fprobe A on the BLOCKING target with 16 bytes of data:
      | entry | store x0 at the first data word |
      | exit  | load the data                   |
    When task 1 calls the BLOCKING target
    And task 2 calls the BLOCKING target
    And task 1 goes on
    And task 3 calls the BLOCKING target
    And task 2 goes on
    And task 3 goes on
    Then the exit finds the data that the entry of the same activation left

  @SYM-07
  Scenario: A task that moves to another CPU takes its data along
    Given fprobe A on the BLOCKING target with 16 bytes of data:
      | entry | store x0 at the first data word |
      | exit  | load the data                   |
    When task 1 calls the BLOCKING target on CPU 0
    And task 2 calls the BLOCKING target on CPU 1
    And task 1 moves to CPU 1
    And task 2 moves to CPU 0
    And task 1 goes on
    And task 2 goes on
    Then the exit finds the data that the entry of the same activation left

  @SYM-07
  Scenario: None asked, none given
    Given fprobe A on the LEAF target that captures at both sides
    When the LEAF target is called
    Then the data has the asked size

  @SYM-07
  Scenario: More than the limit is refused
    When an fprobe on the LEAF target asks for 8 bytes of data more than the limit
    Then it is refused

  @SYM-07 @SHOULD
  Scenario: Data starts zeroed
    Given fprobe A on the LEAF target with 64 bytes of data:
      | entry | load the data                                   |
      | entry | store 0x1122334455667788 at the first data word |
      | exit  | store 0x5a5a5a5a5a5a5a5a at the last data word  |
    When the LEAF target is called 3 times
    Then the data is zero before it is written
