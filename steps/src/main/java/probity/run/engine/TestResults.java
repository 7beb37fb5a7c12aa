package probity.run.engine;

import org.junit.platform.engine.TestExecutionResult;
import org.opentest4j.TestAbortedException;
import probity.report.Ruling;

/** Rulings in JUnit's words. */
final class TestResults {
    private TestResults() {}

    static TestExecutionResult of(Ruling ruling) {
        return switch (ruling.verdict().kind()) {
            case SUCCESS -> TestExecutionResult.successful();
            case FAILURE -> TestExecutionResult.failed(new Violated(ruling.screen()));
            case ERROR -> TestExecutionResult.failed(new Undecided(ruling.screen()));
            case SKIP ->
                    TestExecutionResult.aborted(
                            new TestAbortedException(ruling.verdict() + ": " + ruling.reason()));
        };
    }

    /** A failure. It prints as its screen alone: the kit's own stack says nothing about it. */
    private static final class Violated extends AssertionError {
        private static final long serialVersionUID = 1L;

        Violated(String screen) {
            super(screen);
            setStackTrace(new StackTraceElement[0]);
        }

        @Override
        public String toString() {
            return getMessage();
        }
    }

    /** An error. It prints as its screen alone; stack traces are among the evidence. */
    private static final class Undecided extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Undecided(String screen) {
            super(screen, null, false, false);
        }

        @Override
        public String toString() {
            return getMessage();
        }
    }
}
