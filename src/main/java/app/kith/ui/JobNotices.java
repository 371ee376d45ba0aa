package app.kith.ui;

import app.kith.desk.Jobs.Aside;
import app.kith.desk.Jobs.Taken;
import app.kith.desk.Jobs.Waiting;
import app.kith.exchange.ImportJob;
import app.kith.ui.exchange.JobsModel;
import app.kith.words.KithException;
import app.kith.words.Words;
import java.nio.file.Path;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Says at the foot of the window what saved imports and watched folders brought, with the way back. JavaFX thread only. */
final class JobNotices implements JobsModel.Told {
    private final Session session;
    private final Supplier<Words> words;
    private final WindowOutside.Passing notice;
    private final Runnable open;

    JobNotices(Session session, Supplier<Words> words, WindowOutside.Passing notice, Runnable open) {
        this.session = session;
        this.words = words;
        this.notice = notice;
        this.open = open;
    }

    @Override
    public void taken(Taken taken) {
        Words now = words.get();
        String files = taken.files().stream().map(Path::getFileName).map(String::valueOf)
                .collect(Collectors.joining(now.get("job.between")));
        if (taken.rows() == 0) {
            notice.say(now.get("job.same", taken.job().name(), files));
            return;
        }
        String text = now.count(taken.mail() ? "job.took-mail" : "job.took", taken.rows(), taken.job().name(), files);
        notice.offer(text, now.get("record.take-back"), () -> takeBack(taken));
    }

    private void takeBack(Taken taken) {
        if (!taken.mail()) {
            session.recordActs().undo(taken.change());
            return;
        }
        session.background().run("job-mail-back", () -> {
            long gone = 0;
            for (Path file : taken.files()) {
                gone += session.desk().transfers().mailImports().remove(String.valueOf(file.getFileName()));
            }
            return gone;
        }, gone -> notice.say(words.get().count("import.mails-removed", gone)), this::failed);
    }

    @Override
    public void waits(Waiting first, int count) {
        Words now = words.get();
        notice.offer(now.get("job.waiting-line", String.valueOf(first.file().getFileName()), first.reason()),
                now.get("job.look-at"), open);
    }

    @Override
    public void aside(Aside aside) {
        notice.say(aside.reason().text(words.get()));
    }

    @Override
    public void nothing(ImportJob job) {
        notice.say(words.get().get("job.no-files"));
    }

    @Override
    public void failed(KithException failure) {
        notice.say(words.get().sentence(failure));
    }
}
