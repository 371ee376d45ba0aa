package app.kith.ui.body;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Pictures for the tests, drawn on the spot. */
final class TestPictures {
    private TestPictures() {}

    /** {@return a PNG for any Content-ID such as {@code logo-160x48}} */
    static byte[] bytes(String id) {
        int dash = id.lastIndexOf('-');
        int cross = id.indexOf('x', dash);
        int width = cross < 0 ? 120 : Integer.parseInt(id.substring(dash + 1, cross));
        int height = cross < 0 ? 40 : Integer.parseInt(id.substring(cross + 1));
        return png(width, height);
    }

    static byte[] png(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D drawing = image.createGraphics();
        drawing.setColor(new Color(0x0E7490));
        drawing.fillRoundRect(0, 0, width, height, 12, 12);
        drawing.setColor(Color.WHITE);
        drawing.setFont(new Font("SansSerif", Font.BOLD, Math.max(8, height / 4)));
        drawing.drawString(width + " × " + height, width / 10, height * 3 / 5);
        drawing.dispose();
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
