package app.kith.ui.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.kith.account.Account;
import app.kith.account.Schedule;
import app.kith.account.Schedule.Kind;
import app.kith.account.Scope;
import app.kith.account.Security;
import app.kith.account.Server;
import app.kith.change.Cursor;
import app.kith.change.FolderKey;
import app.kith.change.FolderRole;
import app.kith.store.SyncView.FolderRow;
import app.kith.words.KithException;
import app.kith.words.Problem;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class FetchModelTest {
    private static final Account ACCOUNT = new Account(1, "a@b.example", "", new Server("localhost", 9, Security.NONE),
            null, "a", null, null, null);

    @Test
    void whatWasSetComesBackAsItWas() {
        Account set = ACCOUNT.with(new Scope(List.of("Archive", "Gone"), LocalDate.parse("2026-03-01"), 5L << 20,
                List.of("shop.example", "a@c.example"))).with(Schedule.of("at:08:00,13:30").pausing(true));
        FetchModel model = new FetchModel(set.scope(), set.schedule());
        assertThat(model.over(ACCOUNT)).as("before the folders are known").isEqualTo(set);
        model.list(List.of(row("Archive", FolderRole.ARCHIVE), row("INBOX", FolderRole.INBOX)));
        assertThat(model.over(ACCOUNT).scope().leftOut()).containsExactlyInAnyOrder("Archive", "Gone");
        model.folders().forEach(folder -> folder.fetched().set(!folder.fetched().get()));
        assertThat(model.over(ACCOUNT).scope().leftOut()).containsExactlyInAnyOrder("INBOX", "Gone");
    }

    @Test
    void foldersOfOtherPeopleAreLeftAloneUnlessTheyAreChosen() {
        FetchModel model = new FetchModel(Scope.ALL.withShared(List.of("Public/Old", "Public/Gone")), Schedule.PUSH);
        model.list(List.of(row("INBOX", FolderRole.INBOX), row("Public/New", FolderRole.SHARED),
                row("Public/Old", FolderRole.SHARED)));
        assertThat(model.folders()).extracting(folder -> folder.fetched().get()).containsExactly(true, false, true);
        model.folders().forEach(folder -> folder.fetched().set(!folder.fetched().get()));
        Scope chosen = model.over(ACCOUNT).scope();
        assertThat(chosen.shared()).containsExactlyInAnyOrder("Public/New", "Public/Gone");
        assertThat(chosen.leftOut()).containsExactly("INBOX");
    }

    private static FolderRow row(String path, FolderRole role) {
        return new FolderRow(1, new FolderKey(1, path), "/", role, true, new Cursor(1, 1, 0, true), 0, 0);
    }

    @Test
    void knownPeopleOnlyIsChosenAndComesBack() {
        FetchModel model = new FetchModel(Scope.ALL.withKnownOnly(true), ACCOUNT.schedule());
        assertThat(model.over(ACCOUNT).scope().knownOnly()).isTrue();
        model.knownOnlyProperty().set(false);
        assertThat(model.over(ACCOUNT).scope().knownOnly()).isFalse();
    }

    @Test
    void headersOnlyIsChosenAndComesBack() {
        FetchModel model = new FetchModel(Scope.ALL.withHeadersOnly(true), Schedule.PUSH);
        assertThat(model.over(ACCOUNT).scope().headersOnly()).isTrue();
        model.headersOnlyProperty().set(false);
        assertThat(model.over(ACCOUNT).scope()).isEqualTo(Scope.ALL);
    }

    @Test
    void timesAreReadAsPeopleWriteThem() {
        FetchModel model = new FetchModel(Scope.ALL, Schedule.PUSH);
        model.kindProperty().set(Kind.AT);
        model.timesProperty().set(" 13:00、08：30； 18:00 ");
        assertThat(model.over(ACCOUNT).schedule().word()).isEqualTo("at:08:30,13:00,18:00");
        model.dayProperty(DayOfWeek.SATURDAY).set(false);
        model.dayProperty(DayOfWeek.SUNDAY).set(false);
        Schedule week = model.over(ACCOUNT).schedule();
        assertThat(week.word()).isEqualTo("weekly:mon,tue,wed,thu,fri:08:30,13:00,18:00");
        FetchModel again = new FetchModel(Scope.ALL, week);
        assertThat(again.dayProperty(DayOfWeek.SUNDAY).get()).isFalse();
        assertThat(again.over(ACCOUNT).schedule()).isEqualTo(week);
        model.timesProperty().set("noon");
        assertThatThrownBy(() -> model.over(ACCOUNT)).isInstanceOfSatisfying(KithException.class,
                e -> assertThat(e.problem()).isEqualTo(Problem.TIME_INVALID));
    }

    @Test
    void aSenderThatIsNoneIsRefused() {
        FetchModel model = new FetchModel(Scope.ALL, Schedule.PUSH);
        model.excludedProperty().set("\n @shop.example \nSome One\n");
        assertThatThrownBy(() -> model.over(ACCOUNT)).isInstanceOfSatisfying(KithException.class,
                e -> assertThat(e.problem()).isEqualTo(Problem.ADDRESS_INVALID));
        model.excludedProperty().set("\n @shop.example \n");
        assertThat(model.over(ACCOUNT).scope().excluded()).containsExactly("shop.example");
    }
}
