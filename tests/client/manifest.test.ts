/** package.json against the checkout and against the code: what it promises is there. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, it } from 'mocha';
import { globSync } from 'tinyglobby';
import { contextOf } from '../../client/features/outline/looks.ts';
import { lensCommands } from '../../client/lens-commands.ts';
import type { OutlineItem } from '../../server/core/requests/outline.ts';
import { defaults } from '../../server/lsp/client-settings.ts';

const root = resolve(import.meta.dirname, '../..');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const { contributes } = manifest;

/** Every string in a piece of JSON with the way to it. */
function* strings(value: unknown, at = ''): Generator<[path: string, text: string]> {
  if (typeof value === 'string') yield [at, value];
  else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) yield* strings(inner, at === '' ? key : `${at}.${key}`);
  }
}

const sources = globSync(['client/*.ts', 'client/features/**/*.ts'], { cwd: root }).map(file =>
  readFileSync(join(root, file), 'utf8'),
);
const matches = (pattern: RegExp) => sources.flatMap(text => [...text.matchAll(pattern)].map(match => match[1] ?? ''));

const groupings = ['team', 'cycle', 'owner', 'status'];
const kinds = (['objective', 'key result', 'kpi'] as const).map(kind => contextOf({ kind } as OutlineItem));

describe('the manifest', () => {
  const contributed: string[] = contributes.commands.map((command: { command: string }) => command.command);

  describe('names files that exist', () => {
    const paths = [...strings(manifest)].filter(([, text]) => /^\.\/\S+$/.test(text));
    const built = existsSync(join(root, 'dist'));
    for (const [at, path] of paths) {
      it(`${at}: ${path}`, function () {
        if (path.startsWith('./dist/') && !built) this.skip();
        assert.ok(existsSync(join(root, path)), `${path} does not exist`);
      });
    }
    it('and the entry for the Web under the name that each VS Code asks for', function () {
      // A package of type "module" has its .js loaded as ESM by today's VS Code, and a .cjs as it is; that of 1.91 knows
      // no ESM and asks for the same name with .js behind it.
      assert.match(manifest.browser, /\.cjs$/);
      if (!built) this.skip();
      assert.ok(existsSync(join(root, manifest.browser)));
      assert.ok(existsSync(join(root, `${manifest.browser}.js`)));
    });
    it('of which that for older hosts loads the other, as the host would', async function () {
      if (!built) this.skip();
      const source = readFileSync(join(root, `${manifest.browser}.js`), 'utf8');
      const vscode = { Uri: { joinPath: (...parts: string[]) => parts.join('/') } };
      const asked: string[] = [];
      const fetch = async (address: string) => {
        asked.push(address);
        const entry =
          'exports.activate = context => "on in " + context.extensionUri; exports.deactivate = () => "off";';
        return { ok: true, text: async () => entry };
      };
      const module = { exports: {} as { activate(context: object): Promise<string>; deactivate(): string } };
      const run = new Function('module', 'exports', 'require', 'fetch', source);
      run(module, module.exports, () => vscode, fetch);
      assert.equal(await module.exports.activate({ extensionUri: 'https://host/okr' }), 'on in https://host/okr');
      assert.equal(module.exports.deactivate(), 'off');
      assert.deepEqual(asked, [`https://host/okr/${manifest.browser.replace('./', '')}`]);
    });
    it('for the extension, the language, its grammars and its settings', () => {
      const places = paths.map(([at]) => at);
      for (const place of [
        'main',
        'browser',
        'icon',
        'contributes.languages.0.configuration',
        'contributes.languages.0.icon.light',
        'contributes.languages.0.icon.dark',
        'contributes.grammars.0.path',
        'contributes.grammars.1.path',
        'contributes.jsonValidation.0.url',
      ]) {
        assert.ok(places.includes(place), `${place} names no file`);
      }
    });
  });

  describe('commands', () => {
    it('are those that the code registers', () => {
      const registered = matches(/\bcommand\(\s*host,\s*'(okr\.\w+)'/g);
      assert.deepEqual(registered.toSorted(), contributed.toSorted());
    });
    it('are registered nowhere past the boundary that turns errors into messages', () => {
      assert.equal(matches(/\b(registerCommand|registerTextEditorCommand)\(/g).length, 1);
    });
    it('have a title and a category', () => {
      for (const { command, title, category } of contributes.commands) {
        assert.match(title, /^[A-Z][^.]+$/, command);
        assert.equal(category, 'OKR', command);
      }
    });
    it('that the code offers elsewhere exist', () => {
      for (const command of matches(/\bcommand: '(okr\.\w+)'/g)) assert.ok(contributed.includes(command), command);
    });
    it('that the server may put into lenses exist, and take what it hands them', () => {
      assert.deepEqual(
        lensCommands.filter(command => !contributed.includes(command)),
        [],
      );
    });
    it('that need an editor, a preview or the view are hidden without one', () => {
      // These find what they are about in the workspace, or begin it.
      const always = new Set([
        'okr.addReading',
        'okr.block',
        'okr.checkIn',
        'okr.closeCycle',
        'okr.createFirstWorkspace',
        'okr.digest',
        'okr.compareWith',
        'okr.drop',
        'okr.goToObjective',
        'okr.myCheckIns',
        'okr.handOver',
        'okr.import',
        'okr.moveTarget',
        'okr.newObjective',
        'okr.quarterlyReport',
        'okr.restartServer',
        'okr.resume',
        'okr.shareKeyResult',
        'okr.showOutput',
        'okr.unblock',
        'okr.weeklyAgenda',
      ]);
      const hidden = contributes.menus.commandPalette.filter((entry: { when?: string }) => entry.when);
      assert.deepEqual(
        hidden.map((entry: { command: string }) => entry.command).toSorted(),
        contributed.filter(command => !always.has(command)).toSorted(),
      );
    });
  });

  describe('menus and key bindings', () => {
    type Entry = { command: string; alt?: string; when?: string; group?: string };
    const menus = Object.entries<Entry[]>(contributes.menus);
    const entries = [...menus.flatMap(([, inMenu]) => inMenu), ...(contributes.keybindings as Entry[])];

    it('name contributed commands', () => {
      for (const { command, alt } of entries) {
        assert.ok(contributed.includes(command), command);
        if (alt !== undefined) assert.ok(contributed.includes(alt), alt);
      }
    });
    it('have a condition', () => {
      for (const { command, when } of entries) assert.ok(when, command);
    });
    it('ask only for our language, our previews, our view and what is in it', () => {
      const languages = contributes.languages.map(({ id }: { id: string }) => id);
      const known: Record<string, readonly string[]> = {
        editorLangId: languages,
        resourceLangId: languages,
        activeWebviewPanelId: matches(/const viewType = '([^']+)'/g),
        view: matches(/const viewId = '([^']+)'/g),
        viewItem: [...kinds, 'okr.group'],
        'okr.outline.by': groupings,
      };
      for (const { when = '' } of entries) {
        for (const [, key = '', value = ''] of when.matchAll(/([\w.]+) [!=]= '?([\w.]+)'?/g)) {
          assert.ok(known[key]?.includes(value), when);
        }
      }
    });
    it('offer on a line of the view what can happen to it on the way', () => {
      const inMenu = contributes.menus['view/item/context'].filter(({ group }: Entry) => group?.startsWith('3_'));
      const offered = (kind: string) =>
        inMenu.flatMap(({ command, when }: Entry) => (when?.endsWith(`viewItem == ${kind}`) ? [command] : []));
      assert.deepEqual(offered('okr.keyResult'), ['okr.block', 'okr.moveTarget', 'okr.handOver', 'okr.drop']);
      assert.deepEqual(offered('okr.objective'), ['okr.block', 'okr.handOver', 'okr.drop']);
      assert.deepEqual(offered('okr.kpi'), ['okr.handOver']);
    });
    it('offer every grouping but the one that is shown', () => {
      const offered = contributes.menus['view/title'].flatMap(
        ({ when }: Entry) => /by != (\w+)/.exec(when ?? '')?.[1] ?? [],
      );
      assert.deepEqual(offered, groupings);
    });
    it('take no key that VS Code has for something else', () => {
      // The second keys after Ctrl+K that are taken, as its own key bindings for the Web list them.
      const taken = new Set([...'cdefimnopstuwyz'].map(key => `ctrl+k ${key}`));
      const keys = (contributes.keybindings as { key: string; command: string }[]).filter(
        ({ command }) => !command.startsWith('okr.openPreview'),
      );
      for (const { key } of keys) assert.ok(!taken.has(key), key);
    });
    it('show an icon wherever there is room for nothing else', () => {
      const icons = new Map(
        contributes.commands.map((command: Entry & { icon?: string }) => [command.command, command.icon]),
      );
      for (const [menu, inMenu] of menus) {
        if (!/^(?:editor|view)\/(?:title$|item\/)/.test(menu)) continue;
        for (const { command, group = '' } of inMenu) {
          if (/^(?:navigation|inline)/.test(group)) assert.match(String(icons.get(command)), /^\$\([\w-]+\)$/, command);
        }
      }
    });
  });

  describe('settings', () => {
    type Setting = {
      description?: string;
      markdownDescription?: string;
      default?: unknown;
      enum?: string[];
      enumDescriptions?: string[];
    };
    const settings = Object.entries<Setting>(contributes.configuration.properties);

    it('have a description and a default', () => {
      for (const [name, { description, markdownDescription, default: value }] of settings) {
        assert.match(name, /^okr\./);
        assert.match(description ?? markdownDescription ?? '', /\.$/, name);
        assert.notEqual(value, undefined, name);
      }
    });
    it('explain each of their values', () => {
      for (const [name, { enum: values, enumDescriptions }] of settings) {
        assert.equal(values?.length, enumDescriptions?.length, name);
      }
    });
    it('are read by somebody', () => {
      // The client library reads this one itself, by the client's identifier.
      const byLibrary = ['okr.trace.server'];
      const read = [
        ...[...sources, readFileSync(join(root, 'server/lsp/client-settings.ts'), 'utf8')].flatMap(text =>
          [...text.matchAll(/'(okr\.[\w.]+)'/g)].map(([, name]) => name),
        ),
        ...byLibrary,
      ];
      for (const [name] of settings) assert.ok(read.includes(name), name);
    });
    it('are what the server takes them for where a client says nothing', () => {
      for (const [name, value] of Object.entries(defaults))
        assert.equal(contributes.configuration.properties[name].default, value, name);
    });
    it('have what is typed and pasted in OKRs formatted, and nothing elsewhere', () => {
      const { '[okr]': inOkrs, ...everywhere } = contributes.configurationDefaults;
      for (const name of ['editor.formatOnType', 'editor.formatOnPaste']) {
        assert.equal(inOkrs[name], true, name);
        assert.equal(everywhere[name], undefined, name);
      }
    });
    it('leave it to whoever works there, and to no workspace, who signs and who is reminded', () => {
      for (const name of ['okr.me', 'okr.remindMe'])
        assert.match(contributes.configuration.properties[name].scope, /^(?:machine|application)$/, name);
    });
    it('take a handle, with its @ or without, or none, as me', () => {
      const { pattern } = contributes.configuration.properties['okr.me'];
      for (const value of ['', '@ana', 'li.wong', '@größe']) assert.match(value, new RegExp(pattern));
      for (const value of ['@', 'Ana Silva', '@ana, @li']) assert.doesNotMatch(value, new RegExp(pattern));
    });
    it('take a date, or none, as today', () => {
      const { pattern } = contributes.configuration.properties['okr.today'];
      for (const value of ['', '2026-10-31']) assert.match(value, new RegExp(pattern));
      for (const value of ['today', '2026-1-1', '31.10.2026']) assert.doesNotMatch(value, new RegExp(pattern));
    });
  });

  describe('the view', () => {
    const views: { id: string; name: string }[] = contributes.views.okr;
    it('has a name, a container with an icon, and a feature that fills it', () => {
      assert.deepEqual(
        contributes.viewsContainers.activitybar.map(({ id }: { id: string }) => id),
        Object.keys(contributes.views),
      );
      assert.deepEqual(
        views.map(({ id }) => id),
        matches(/const viewId = '([^']+)'/g),
      );
      for (const { name } of views) assert.match(name, /^[A-Z]/);
    });
    it('says what to do where there is nothing, with commands that exist', () => {
      for (const { view, contents } of contributes.viewsWelcome) {
        assert.ok(views.some(({ id }) => id === view));
        const offered = [...contents.matchAll(/\(command:(okr\.\w+)\)/g)].map(([, command]) => command);
        assert.ok(offered.length > 0);
        for (const command of offered) assert.ok(contributed.includes(command), command);
      }
    });
    it('has an icon of one colour, which the editor paints', () => {
      const icon = readFileSync(join(root, contributes.viewsContainers.activitybar[0].icon), 'utf8');
      assert.deepEqual([...new Set([...icon.matchAll(/#[0-9a-f]{3,6}/gi)].map(([colour]) => colour))], ['#000']);
    });
  });

  it('wakes the extension for what VS Code cannot know by itself, and for nothing else', () => {
    // A preview to restore; and a workspace with OKRs, whose cycle is in the status bar before a file is opened, and whose
    // README may show some. No `onLanguage:markdown`: everyone has a README, and few have OKRs.
    assert.deepEqual(manifest.activationEvents, ['onWebviewPanel:okr.preview', 'workspaceContains:**/*.okr']);
    assert.ok(matches(/const viewType = '([^']+)'/g).includes('okr.preview'));
  });

  it('runs in restricted mode and in virtual workspaces', () => {
    assert.equal(manifest.capabilities.untrustedWorkspaces.supported, true);
    assert.equal(manifest.capabilities.virtualWorkspaces, true);
  });

  it('asks for no newer VS Code than the types that the code is checked with', () => {
    const types = JSON.parse(readFileSync(join(root, 'node_modules/@types/vscode/package.json'), 'utf8'));
    const minor = (version: string) => version.replace(/^\^/, '').split('.').slice(0, 2).join('.');
    assert.equal(minor(manifest.engines.vscode), minor(types.version));
  });
});
