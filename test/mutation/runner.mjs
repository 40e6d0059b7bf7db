/**
 * A test runner for Stryker that starts no Jest: a mutant costs what its tests cost, not what a test environment does.
 * The tests are bundled once, and evaluated anew for each mutant, so that no state outlives one. They are declared by
 * `jest-circus` and run here, up to the first that fails.
 */
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import vm from 'node:vm';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  DryRunStatus,
  determineHitLimitReached,
  MutantRunStatus,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import { build } from 'esbuild';

/** Folders of tests, and files. */
const TESTS = ['test/topology', 'test/rules', 'test/fix/cases.test.ts'];

/** Only about time, which instrumented code takes more of. So is a test that looks at a clock. */
const LEFT_OUT = ['test/rules/credentials/linear.test.ts', 'test/rules/regular-expressions.test.ts'];
const TIMED = new Error('looks at the clock');
const clock = {
  now() {
    throw TIMED;
  },
};

/** What so many tests let pass counts as survived, though a later one might find it. */
const MOST_TESTS = 150;

/** `MUTATION_SAMPLE=10` tries every tenth mutant; the others are told as errors, which no score counts. */
const SAMPLE = Number(process.env.MUTATION_SAMPLE ?? 1);

class BundledRunner {
  constructor() {
    this.stryker = globalThis.__stryker__ ??= {};
    this.finders = [];
    this.cleaners = [];
    this.cost = new Map();
  }

  capabilities() {
    return { reloadEnvironment: true };
  }

  /** The working directory is the sandbox. */
  async init() {
    this.require = createRequire(path.resolve('package.json'));
    Object.assign(globalThis, this.require('jest-circus').default ?? this.require('jest-circus'));
    globalThis.expect = this.require('@jest/expect').jestExpect;
    this.given = (name) => (name === 'fast-check' ? withoutChance(this.require(name)) : this.require(name));
    this.script = await bundle(testFiles());
  }

  async dryRun() {
    delete this.stryker.mutantCoverage;
    this.stryker.activeMutant = undefined;
    const results = [];
    // Anew for each file: what one remembers, the next would be told not to reach. All are declared first, so that no
    // test is the one to load a module.
    for (const file of this.load().keys()) {
      const files = this.load();
      for (const declare of files.values()) declare();
      for (const test of files.get(file)().values()) results.push(await this.run(test));
      this.stryker.currentTestId = undefined;
    }
    this.cost = new Map(results.map(({ id, timeSpentMs }) => [id, timeSpentMs]));
    for (const { id, status } of results)
      if (status === TestStatus.Skipped) delete this.stryker.mutantCoverage?.perTest[id];
    return { status: DryRunStatus.Complete, tests: results, mutantCoverage: this.stryker.mutantCoverage };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit }) {
    if (Number(activeMutant.id) % SAMPLE !== 0) {
      return { status: MutantRunStatus.Error, errorMessage: 'not in the sample' };
    }
    this.stryker.activeMutant = activeMutant.id;
    this.stryker.hitCount = hitLimit === undefined ? undefined : 0;
    this.stryker.hitLimit = hitLimit;
    const results = [];
    try {
      const files = this.load();
      for (const id of this.inOrder(testFilter ?? [...this.cost.keys()])) {
        const result = await this.run(files.get(fileOf(id))().get(id));
        results.push(result);
        if (result.status === TestStatus.Failed) {
          this.finders = [id, ...this.finders.filter((other) => other !== id)];
          break;
        }
      }
    } catch (error) {
      results.push(failed('loading', 0, error));
    }
    for (const clean of this.cleaners.splice(0)) clean();
    return (
      determineHitLimitReached(this.stryker.hitCount, hitLimit) ??
      toMutantRunResult({ status: DryRunStatus.Complete, tests: results })
    );
  }

  /** Those that found the last mutants, which know the place; then the quick ones; no more than `MOST_TESTS`. */
  inOrder(ids) {
    const wanted = new Set(ids);
    const quick = ids.toSorted((one, other) => (this.cost.get(one) ?? 0) - (this.cost.get(other) ?? 0));
    return [...new Set([...this.finders.filter((id) => wanted.has(id)), ...quick])].slice(0, MOST_TESTS);
  }

  /** By file: what gives its tests by id, once they are wanted. The modules are new. */
  load() {
    const module = { exports: {} };
    this.script.runInThisContext()(this.given, module, module.exports, path.resolve('test/support'), clock);
    return new Map(
      Object.entries(module.exports).map(([file, declare]) => [file, once(() => this.declared(file, declare))]),
    );
  }

  declared(file, declare) {
    const { getState, resetState } = this.require('jest-circus');
    const { stackTraceLimit } = Error;
    // Circus takes the stack of each test that is declared.
    Error.stackTraceLimit = 0;
    resetState();
    globalThis.describe(file, declare);
    Error.stackTraceLimit = stackTraceLimit;
    const tests = new Map();
    collect(getState().rootDescribeBlock, [], { tests, cleaners: this.cleaners });
    return tests;
  }

  async run({ id, body }) {
    this.stryker.currentTestId = id;
    const start = performance.now();
    try {
      await body();
      return { id, name: id, timeSpentMs: performance.now() - start, status: TestStatus.Success };
    } catch (error) {
      if (error === TIMED) return { id, name: id, timeSpentMs: 0, status: TestStatus.Skipped };
      return failed(id, performance.now() - start, error);
    }
  }
}

function failed(id, timeSpentMs, error) {
  return { id, name: id, timeSpentMs, status: TestStatus.Failed, failureMessage: String(error?.message ?? error) };
}

function collect(block, path, found) {
  if (block.mode === 'skip') return;
  for (const { type, fn } of block.hooks) {
    if (type !== 'afterAll') throw new Error(`${type} is not supported: ${path.join(' ')}`);
    found.cleaners.push(fn);
  }
  for (const child of block.children) {
    const names = [...path, child.name];
    if (child.type === 'describeBlock') collect(child, names, found);
    else if (child.mode !== 'skip') {
      const name = names.join(' ');
      const id = found.tests.has(name) ? `${name} (${found.tests.size})` : name;
      found.tests.set(id, { id, body: child.fn });
    }
  }
}

function once(make) {
  let made;
  return () => (made ??= make());
}

/** An id begins with the name of the test's file. */
function fileOf(id) {
  return id.slice(0, id.indexOf(' '));
}

/** Chance would make the score differ from run to run, and many runs of a property cost more than they find. */
function withoutChance({ default: fastCheck }) {
  const assert = (property, options) =>
    fastCheck.assert(property, { ...options, seed: 1, numRuns: 20, endOnFailure: true });
  return { __esModule: true, default: { ...fastCheck, assert } };
}

function testFiles() {
  return TESTS.flatMap((folder) =>
    folder.endsWith('.ts')
      ? [folder]
      : readdirSync(folder, { recursive: true, encoding: 'utf8' })
          .filter((name) => name.endsWith('.test.ts'))
          .map((name) => `${folder}/${name}`)
          .filter((file) => !LEFT_OUT.includes(file))
          .sort(),
  );
}

/** A function of what a CommonJS module is given; it exports a function for each file, which declares its tests. */
async function bundle(files) {
  const { outputFiles } = await build({
    stdin: {
      contents: files.map((file) => `exports['${file}'] = () => { require('./${file}'); };`).join('\n'),
      resolveDir: process.cwd(),
    },
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    packages: 'external',
    logLevel: 'error',
  });
  return new vm.Script(`(function (require, module, exports, __dirname, performance) {${outputFiles[0].text}\n})`, {
    filename: path.resolve('tests.cjs'),
  });
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'bundled', BundledRunner)];
