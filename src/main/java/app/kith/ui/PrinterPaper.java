package app.kith.ui;

import app.kith.ui.look.Outside.Paper;
import javafx.print.PageLayout;
import javafx.print.PrinterJob;
import javafx.scene.Node;

/** The paper of a printer that the user chose. JavaFX thread only. */
final class PrinterPaper implements Paper {
    private final PrinterJob job;
    private final Runnable failed;
    private final PageLayout layout;
    private boolean broken;

    /**
     * Takes the paper of a job.
     *
     * @param job the job, with the user's choices
     * @param failed told once if the printer refuses
     */
    PrinterPaper(PrinterJob job, Runnable failed) {
        this.job = job;
        this.failed = failed;
        this.layout = job.getJobSettings().getPageLayout();
    }

    @Override
    public double width() {
        return layout.getPrintableWidth();
    }

    @Override
    public double height() {
        return layout.getPrintableHeight();
    }

    @Override
    public void page(Node sheet) {
        broken |= !broken && !job.printPage(layout, sheet);
    }

    @Override
    public void done() {
        if (broken || !job.endJob()) {
            job.cancelJob();
            failed.run();
        }
    }
}
