package probity.run.engine;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import probity.report.Subject;
import probity.run.Entry;

/**
 * One scenario or property on one candidate. Its tags are chapter, clauses, strength and kind.
 *
 * <p>The name begins with the candidate, because Surefire's reports know no tree.
 */
final class EntryDescriptor extends AbstractTestDescriptor {
    private final String address;
    private final Entry entry;

    EntryDescriptor(UniqueId parent, String address, Entry entry) {
        super(
                parent.append("entry", entry.subject().id()),
                address + ": " + entry.subject().title());
        this.address = address;
        this.entry = entry;
    }

    String address() {
        return address;
    }

    Entry entry() {
        return entry;
    }

    @Override
    public Set<TestTag> getTags() {
        Subject subject = entry.subject();
        Set<TestTag> tags = new LinkedHashSet<>();
        subject.clauses().forEach(clause -> tags.add(TestTag.create(clause)));
        tags.add(TestTag.create(subject.chapter()));
        tags.add(TestTag.create(subject.strength().name()));
        tags.add(TestTag.create(subject.kind().name().toLowerCase(Locale.ROOT)));
        return tags;
    }

    @Override
    public Type getType() {
        return Type.TEST;
    }
}
