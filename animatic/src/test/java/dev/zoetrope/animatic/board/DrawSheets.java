package dev.zoetrope.animatic.board;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;

/// Draws sheets as files, for the gallery and for eyes: `FOLDER KIND-SEED ...`, where the kind is one of [SheetKind],
/// or `english` or `chinese` with a place of captions, such as `english-table-7`.
final class DrawSheets {
    private DrawSheets() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        for (int i = 1; i < arguments.length; i++) {
            String[] parts = arguments[i].split("-", -1);
            long seed = Long.parseLong(parts[parts.length - 1]);
            BufferedImage image;
            if (parts.length == 3) {
                var place = CaptionedSheet.Place.valueOf(parts[1].toUpperCase(Locale.ROOT));
                image = CaptionedSheet.of(new CaptionedSheet.Style(parts[0].equals("chinese"), place), seed)
                        .image();
            } else {
                SyntheticSheet sheet = SyntheticSheet.of(SheetKind.valueOf(parts[0].toUpperCase(Locale.ROOT)), seed);
                image = new BufferedImage(
                        sheet.picture().width(), sheet.picture().height(), BufferedImage.TYPE_INT_RGB);
                image.setRGB(
                        0,
                        0,
                        image.getWidth(),
                        image.getHeight(),
                        sheet.picture().pixels(),
                        0,
                        image.getWidth());
            }
            ImageIO.write(image, "jpeg", folder.resolve(arguments[i] + ".jpg").toFile());
        }
    }
}
