package app.kith.ui.body;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.SVGPath;

/** A sign behind a link whose words look like another address than the one it leads to. */
final class WarningMark extends Region {
    private final SVGPath sign = new SVGPath();
    private final double size;

    WarningMark(Look look, String says) {
        this.size = Math.rint(look.font().getSize());
        sign.setContent("M7.1 1.1 L0.6 12.6 A1 1 0 0 0 1.5 14 H14.5 A1 1 0 0 0 15.4 12.6 L8.9 1.1 A1 1 0 0 0 7.1 1.1 Z"
                + " M7.2 5 H8.8 V9.6 H7.2 Z M7.2 10.8 H8.8 V12.4 H7.2 Z");
        sign.setFillRule(FillRule.EVEN_ODD);
        sign.setFill(Colors.readable(look.warning(), look.ground()));
        sign.setScaleX(size / 16);
        sign.setScaleY(size / 16);
        getChildren().setAll(sign);
        Tooltip.install(this, new Tooltip(says));
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(says);
    }

    @Override
    protected double computePrefWidth(double height) {
        return size + 4;
    }

    @Override
    protected double computePrefHeight(double width) {
        return size;
    }

    @Override
    public double getBaselineOffset() {
        return size * 0.86;
    }

    @Override
    protected void layoutChildren() {
        sign.relocate(2 + (size - sign.getLayoutBounds().getWidth()) / 2,
                (size - sign.getLayoutBounds().getHeight()) / 2);
    }
}
