package app.kith.ui.body;

import app.kith.ui.body.Block.Gap;
import java.util.ArrayList;
import java.util.List;

/** Blocks that follow one another; gaps that meet become the larger one. */
final class BlockList {
    private final List<Block> blocks = new ArrayList<>();

    void add(Block block) {
        if (block instanceof Gap gap) {
            gap(gap.height());
        } else {
            blocks.add(block);
        }
    }

    void addAll(List<Block> others) {
        others.forEach(this::add);
    }

    void gap(double height) {
        if (height <= 0) {
            return;
        }
        if (!blocks.isEmpty() && blocks.getLast() instanceof Gap(double before)) {
            blocks.set(blocks.size() - 1, new Gap(Math.max(before, height)));
        } else {
            blocks.add(new Gap(height));
        }
    }

    boolean isEmpty() {
        return blocks.isEmpty();
    }

    List<Block> toList() {
        return List.copyOf(blocks);
    }
}
