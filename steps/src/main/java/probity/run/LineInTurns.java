package probity.run;

import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import probity.spi.CandidateUnavailable;

/** A release line that one trial at a time uses; a trial on another lane waits for its end. */
final class LineInTurns implements ReleaseLine {
    private final ReleaseLine line;
    private final ReentrantLock turn = new ReentrantLock();

    LineInTurns(ReleaseLine line) {
        this.line = line;
    }

    @Override
    public List<JudgedCandidate> members(JudgedCandidate candidate) throws CandidateUnavailable {
        if (!turn.isHeldByCurrentThread()) {
            turn.lock();
        }
        return line.members(candidate);
    }

    @Override
    public void done() {
        if (turn.isHeldByCurrentThread()) {
            turn.unlock();
        }
    }

    @Override
    public void close() {
        line.close();
    }
}
