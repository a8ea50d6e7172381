package org.arolang.language.check;

import java.util.List;
import org.arolang.language.tree.FeatureSet;

/**
 * What reports say of a feature set.
 *
 * @param symbols how many names it binds, published ones included ([SYN-706])
 * @param dependencies names that it reads and others must publish, in order ([SYN-713])
 * @param exports names that it publishes, in order
 */
public record FeatureSetSummary(FeatureSet featureSet, int symbols, List<String> dependencies, List<String> exports) {}
