// What npm would publish, as somebody would install it.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const source = fileURLToPath(new URL('../../clients/javascript', import.meta.url));
const compiler = fileURLToPath(new URL('../web-tools/node_modules/typescript/bin/tsc', import.meta.url));
const run = (program, ...args) => execFileSync(program, args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
let folder;
let packed;

before(() => {
  folder = mkdtempSync(join(tmpdir(), 'liveworkflows-'));
  [packed] = JSON.parse(run('npm', 'pack', source, '--json', '--pack-destination', folder));
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
  run('npm', 'install', '--offline', '--no-audit', '--no-fund', join(folder, packed.filename));
});

after(() => rmSync(folder, { recursive: true }));

test('package_HoldsTheModuleItsTypesAndItsLicence', () => {
  assert.deepEqual(packed.files.map(({ path }) => path).sort(), ['LICENSE', 'README.md', 'index.d.ts', 'index.js', 'package.json']);
  const { name, license, sideEffects, dependencies } = JSON.parse(readFileSync(join(folder, 'node_modules/liveworkflows/package.json'), 'utf8'));
  assert.deepEqual({ name, license, sideEffects, dependencies }, { name: 'liveworkflows', license: 'MIT', sideEffects: false, dependencies: undefined });
});

test('package_Installed_CanBeImported', () => {
  writeFileSync(join(folder, 'use.js'), "import { watchWorkflow, WorkflowError } from 'liveworkflows';\nconsole.log(typeof watchWorkflow, new WorkflowError({ status: 404 }).code);\n");
  assert.equal(run('node', 'use.js').trim(), 'function http_404');
});

test('package_Types_TellEventsApartAndRefuseWhatIsNotThere', () => {
  assert.ok(existsSync(compiler), 'npm --prefix tests/web-tools ci installs the compiler; ./test.sh does it');
  const check = (code) => {
    writeFileSync(join(folder, 'use.ts'), `import { watchWorkflow, type WorkflowEvent } from 'liveworkflows';\n${code}\n`);
    // Types that happen to lie in a folder above are none of the package's.
    const compilerOptions = { noEmit: true, strict: true, target: 'es2022', module: 'nodenext', lib: ['es2022', 'dom'], types: [] };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['use.ts'] }));
    return run('node', compiler, '--project', '.');
  };
  check(`
    const watch = watchWorkflow('/x', { on: { progress: ({ percentage }) => percentage.toFixed(), own: ({ anything }) => anything } });
    export const kind = (event: WorkflowEvent) => event.event === 'workflow_failed' ? event.error.recovery_suggestions[0]?.text : event.event === 'step_complete' ? event.duration_ms : 0;
    export const end = async () => { for await (const { seq } of watch) if (seq === 1) return (await watch.finished).reason === 'deleted'; };`);
  assert.throws(() => check("watchWorkflow('/x', { on: { progress: ({ percent }) => percent } });"), ({ stdout }) => /percent/.test(stdout));
});
