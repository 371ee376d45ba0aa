package app.kith.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** How honest probabilities are: what is said against what is true, written as a table and as a picture under {@code target}. */
class CalibrationTest {
    private static final int BINS = 10;
    private static final double LEAST = 0.02;
    private static final int SIZE = 480;
    private static final int EDGE = 40;
    private static final Path TABLE = Path.of("target", "calibration.csv");
    private static final Path PICTURE = Path.of("target", "calibration.png");

    private final int[] counts = new int[BINS];
    private final int[] same = new int[BINS];
    private final double[] said = new double[BINS];

    @Test
    void probabilitiesAreOnAverageWhatIsTrue() throws Exception {
        for (long seed : new long[]{5, 17}) {
            GeneratedContacts contacts = GeneratedContacts.of(2_000, seed);
            new Duplicates(GeneratedContacts.SCHEMA, contacts.profiles(), 0).scan(_ -> {}, () -> false).pairs(LEAST)
                    .forEach(match -> add(match, contacts));
        }
        write();
        draw();

        assertThat(error()).as("expected calibration error, see " + TABLE).isLessThan(0.027);
        assertThat(same[BINS - 1] / (double) counts[BINS - 1]).as("true among those said to be 90 % sure")
                .isGreaterThan(0.93);
        assertThat(Files.size(PICTURE)).isPositive();
    }

    private void add(Match match, GeneratedContacts contacts) {
        int bin = (int) Math.min(BINS - 1, match.probability() * BINS);
        counts[bin]++;
        said[bin] += match.probability();
        same[bin] += contacts.owner(match.first()) == contacts.owner(match.second()) ? 1 : 0;
    }

    /** The mean distance of what is said from what is true, each bin by its pairs (Naeini, Cooper and Hauskrecht 2015). */
    private double error() {
        double off = 0;
        int all = 0;
        for (int i = 0; i < BINS; i++) {
            off += Math.abs(said[i] - same[i]);
            all += counts[i];
        }
        return off / all;
    }

    private void write() throws IOException {
        StringBuilder table = new StringBuilder("from,to,pairs,said,true\n");
        for (int i = 0; i < BINS; i++) {
            table.append(String.format(Locale.ROOT, "%.1f,%.1f,%d,%.4f,%.4f%n", i / (double) BINS,
                    (i + 1) / (double) BINS, counts[i], said[i] / Math.max(1, counts[i]),
                    same[i] / (double) Math.max(1, counts[i])));
        }
        Files.createDirectories(Path.of("target"));
        Files.writeString(TABLE, table.append(String.format(Locale.ROOT, "error,,,,%.4f%n", error())));
    }

    private void draw() throws IOException {
        BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, SIZE, SIZE);
        pen.setColor(Color.LIGHT_GRAY);
        pen.drawLine(at(0), SIZE - at(0), at(1), SIZE - at(1));
        pen.setColor(Color.DARK_GRAY);
        pen.drawRect(at(0), SIZE - at(1), at(1) - at(0), at(1) - at(0));
        pen.drawString("said", SIZE / 2, SIZE - 12);
        pen.drawString("true", 6, SIZE / 2 - 24);
        for (String mark : List.of("0", "0.5", "1")) {
            pen.drawString(mark, at(Double.parseDouble(mark)) - 4, SIZE - EDGE + 16);
            pen.drawString(mark, EDGE - 24, SIZE - at(Double.parseDouble(mark)) + 4);
        }
        pen.setColor(new Color(0x0969da));
        pen.setStroke(new BasicStroke(2));
        int lastX = -1;
        int lastY = -1;
        for (int i = 0; i < BINS; i++) {
            if (counts[i] > 0) {
                int x = at(said[i] / counts[i]);
                int y = SIZE - at(same[i] / (double) counts[i]);
                int radius = (int) Math.clamp(Math.sqrt(counts[i]) / 3, 3, 14);
                pen.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
                if (lastX >= 0) {
                    pen.drawLine(lastX, lastY, x, y);
                }
                lastX = x;
                lastY = y;
            }
        }
        pen.dispose();
        ImageIO.write(image, "png", PICTURE.toFile());
    }

    private static int at(double share) {
        return EDGE + (int) (share * (SIZE - 2 * EDGE));
    }
}
