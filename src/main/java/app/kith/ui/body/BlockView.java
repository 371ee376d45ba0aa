package app.kith.ui.body;

import javafx.geometry.Orientation;
import javafx.scene.layout.Region;

/** A node that is laid out by its width. Measures are kept until something in it changes, or nested tables would take powers of time. */
abstract class BlockView extends Region {
    private double least = -1;
    private double most = -1;
    private double width = -1;
    private double height = -1;

    /** {@return the narrowest it can be without cutting a word, in screen pixels} */
    final double least() {
        if (least < 0) {
            least = measureLeast();
        }
        return least;
    }

    /** {@return its width where no line is broken} */
    final double most() {
        if (most < 0) {
            most = Math.max(least(), measureMost());
        }
        return most;
    }

    /** {@return its height at a width} */
    final double height(double forWidth) {
        if (height < 0 || width != forWidth) {
            width = forWidth;
            height = measureHeight(forWidth);
        }
        return height;
    }

    abstract double measureLeast();

    abstract double measureMost();

    abstract double measureHeight(double forWidth);

    @Override
    public void requestLayout() {
        least = -1;
        most = -1;
        height = -1;
        super.requestLayout();
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double forHeight) {
        return most();
    }

    @Override
    protected double computeMinWidth(double forHeight) {
        return least();
    }

    @Override
    protected double computePrefHeight(double forWidth) {
        return height(forWidth < 0 ? most() : forWidth);
    }

    @Override
    protected double computeMinHeight(double forWidth) {
        return computePrefHeight(forWidth);
    }

    @Override
    protected double computeMaxWidth(double forHeight) {
        return Double.MAX_VALUE;
    }

    /** Puts a view inside this one. */
    static void place(BlockView view, double x, double y, double width, double height) {
        view.resizeRelocate(Math.rint(x), Math.rint(y), width, height);
    }
}
