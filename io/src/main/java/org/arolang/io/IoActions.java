package org.arolang.io;

import java.util.List;
import org.arolang.io.file.Append;
import org.arolang.io.file.Copy;
import org.arolang.io.file.Deletion;
import org.arolang.io.file.Exists;
import org.arolang.io.file.ListEntries;
import org.arolang.io.file.Make;
import org.arolang.io.file.Move;
import org.arolang.io.file.Read;
import org.arolang.io.file.Stat;
import org.arolang.io.file.Write;
import org.arolang.io.format.ParsedTexts;
import org.arolang.io.stream.Stream;
import org.arolang.runtime.action.Action;
import org.arolang.runtime.actions.data.TextFormats;
import org.arolang.runtime.execution.Application;

/** The actions that reach the surroundings of a program. */
public final class IoActions {

    private IoActions() {}

    /** One of each. */
    public static List<Action> all() {
        return List.of(
                new Append(),
                new Copy(),
                new Exists(),
                new ListEntries(),
                new Make(),
                new Move(),
                new Read(),
                new Stat(),
                new Stream(),
                new Write());
    }

    /** Makes what this module adds to other modules' actions known to an application, whose program is not compiled yet. */
    public static void register(Application application) {
        application.claims().register("Delete", Deletion::prepare);
        application.extend(TextFormats.class, new ParsedTexts());
    }
}
