package org.arolang.cli.load;

import java.nio.file.Path;
import java.util.Map;
import org.arolang.runtime.template.ApplicationFiles;
import org.arolang.runtime.template.TemplateFiles;
import org.arolang.web.contract.Contract;
import org.arolang.web.contract.ContractError;
import org.jspecify.annotations.Nullable;

/**
 * What belongs to an application besides its sources.
 *
 * @param contract null when there is none
 * @param templates its templates and static files
 * @param stores contents of store files that an executable carries, by name; those in the application's directory win
 */
public record Resources(@Nullable Contract contract, TemplateFiles templates, Map<String, byte[]> stores) {

    /**
     * Those that lie in an application's directory.
     *
     * @throws LoadError when the contract is none
     */
    public static Resources in(Path root) {
        try {
            return new Resources(Contract.find(root), new ApplicationFiles(root), Map.of());
        } catch (ContractError error) {
            throw new LoadError("Error: " + error.getMessage());
        }
    }
}
