package app.kith.ui.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Pictures are measured before they are decoded. */
class PictureSizeTest {

    @Test
    void aPictureOfTooManyPixelsIsNotDecoded() {
        byte[] png = TestPictures.png(30, 20);
        assertThat(PictureSize.of(png)).isEqualTo(new PictureSize(30, 20, 0));
        byte[] bomb = png.clone();
        ByteBuffer.wrap(bomb).putInt(16, 60_000).putInt(20, 60_000);
        assertThat(Objects.requireNonNull(PictureSize.of(bomb)).isReasonable()).isFalse();
        assertThat(new Pictures(id -> bomb, address -> null).load(new PictureSource.Own("x"))).isNull();
    }

    @Test
    void whatIsNoPictureIsNone() {
        assertThat(PictureSize.of(new byte[100])).isNull();
        assertThat(PictureSize.of(new byte[3])).isNull();
        byte[] jpeg = new byte[40];
        jpeg[0] = (byte) 0xFF;
        jpeg[1] = (byte) 0xD8;
        Arrays.fill(jpeg, 2, 40, (byte) 0xFF);
        assertThat(PictureSize.of(jpeg)).isNull();
    }

    @Test
    void aMovingGifStopsAtItsFirstPicture() {
        byte[] frame = {0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0};
        byte[] gif = new byte[13 + 2 * frame.length + 1];
        System.arraycopy("GIF89a".getBytes(java.nio.charset.StandardCharsets.US_ASCII), 0, gif, 0, 6);
        gif[6] = 1;
        gif[8] = 1;
        System.arraycopy(frame, 0, gif, 13, frame.length);
        System.arraycopy(frame, 0, gif, 13 + frame.length, frame.length);
        gif[gif.length - 1] = 0x3B;
        assertThat(StillGif.lengthOfFirst(gif)).isEqualTo(13 + frame.length);
        assertThat(StillGif.first(gif, 13 + frame.length)).hasSize(14 + frame.length).endsWith(0x3B);
    }
}
