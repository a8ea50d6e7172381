package org.arolang.cli;

import java.util.ArrayList;
import java.util.List;
import org.arolang.compiler.template.CompiledTemplates;
import org.arolang.io.IoActions;
import org.arolang.runtime.action.Action;
import org.arolang.runtime.action.Actions;
import org.arolang.runtime.actions.ApplicationActions;
import org.arolang.runtime.actions.data.DataActions;
import org.arolang.runtime.execution.Application;
import org.arolang.runtime.execution.Console;
import org.arolang.runtime.execution.Options;
import org.arolang.web.contract.Contract;
import org.arolang.web.server.ContractHandles;
import org.arolang.web.server.HttpService;
import org.jspecify.annotations.Nullable;

/** What this installation of ARO is made of: which actions there are, and what an application is built from. */
public final class Installation {

    /** Whether the web server is part of this installation: built console programs leave it out. */
    private static final boolean SERVES = Installation.class.getResource("/io/vertx/core/Vertx.class") != null;

    private static final Actions ACTIONS = new Actions(allActions());

    private Installation() {}

    /** All actions of the installation. */
    public static Actions actions() {
        return ACTIONS;
    }

    private static List<Action> allActions() {
        List<Action> actions = new ArrayList<>();
        actions.addAll(DataActions.all());
        actions.addAll(ApplicationActions.all());
        actions.addAll(IoActions.all());
        return actions;
    }

    /**
     * An application without a program.
     *
     * @param templates its templates
     */
    public static Application application(
            Options options, Console console, @Nullable Contract contract, CompiledTemplates templates) {
        Application.Builder builder = Application.builder(options).console(console).templates(templates);
        if (contract != null) {
            builder.schemas(contract.schemas()).contract(new ContractHandles(contract, options.environment()));
        }
        Application application = builder.build();
        if (SERVES) {
            HttpService.register(application, contract);
        }
        IoActions.register(application);
        return application;
    }
}
