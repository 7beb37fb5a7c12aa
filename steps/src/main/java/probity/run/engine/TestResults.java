package probity.run.engine;

import org.junit.platform.engine.TestExecutionResult;
import org.opentest4j.TestAbortedException;
import probity.report.Ruling;

/**
 * Rulings in JUnit's words. What is thrown has one line as its message, for lists of failures, and
 * prints as the whole screen. The kit's own stack is left out, as it says nothing about the
 * candidate; where one matters it is among the evidence.
 */
final class TestResults {
    private TestResults() {}

    static TestExecutionResult of(Ruling ruling) {
        String line = (ruling.verdict() + ": " + ruling.reason()).replaceAll("\\s+", " ");
        return switch (ruling.verdict().kind()) {
            case SUCCESS -> TestExecutionResult.successful();
            case FAILURE -> TestExecutionResult.failed(new Violated(line, ruling.screen()));
            case ERROR -> TestExecutionResult.failed(new Undecided(line, ruling.screen()));
            case SKIP -> TestExecutionResult.aborted(new TestAbortedException(line));
        };
    }

    private static final class Violated extends AssertionError {
        private static final long serialVersionUID = 1L;
        private final String screen;

        Violated(String line, String screen) {
            super(line);
            this.screen = screen;
            setStackTrace(new StackTraceElement[0]);
        }

        @Override
        public String toString() {
            return screen;
        }
    }

    private static final class Undecided extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String screen;

        Undecided(String line, String screen) {
            super(line, null, false, false);
            this.screen = screen;
        }

        @Override
        public String toString() {
            return screen;
        }
    }
}
