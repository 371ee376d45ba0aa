package app.kith.demo;

import java.util.List;

/** Draws what letters show. */
final class Pictures {
    private Pictures() {}

    /** {@return a picture of a part on a bench, with a mark where one should look} */
    static byte[] part(Dice dice) {
        Png png = new Png(320, 200, 0xD9DEE3, 0x8A949E, 0x3C4650, 0xC8A24A, 0xE5484D, 0xF4F6F8);
        png.box(0, 150, 320, 50, 1);
        int x = dice.between(90, 200);
        png.box(x - 60, 70, 120, 80, 2);
        png.disc(x, 100, dice.between(18, 34), 3);
        for (int i = 0; i < 4; i++) {
            png.disc(x - 24 + i % 2 * 48, 84 + i / 2 * 34, 5, 5);
        }
        png.ring(x + dice.between(-40, 40), dice.between(80, 130), 26, 3, 4);
        return png.bytes();
    }

    /** {@return the mark of a company, for signatures} */
    static byte[] logo(int number) {
        Dice dice = new Dice(number, 62, 0);
        int main = dice.pick(List.of(0x1F6FEB, 0x2DA44E, 0xBF3989, 0xBC4C00, 0x0E7490, 0x6D28D9));
        Png png = new Png(160, 48, 0xFFFFFF, main, 0xD0D7DE);
        png.disc(24, 24, 20, 1);
        png.disc(24, 24, dice.between(6, 13), 0);
        png.box(54, 14, dice.between(60, 100), 9, 1);
        png.box(54, 30, dice.between(40, 90), 5, 2);
        return png.bytes();
    }
}
