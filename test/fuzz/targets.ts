/** The parts of the analyzer that chance is let loose on, each with what must hold of it. */
import fc from 'fast-check';
import { parseDotenv } from '../../src/compose/dotenv.js';
import { loadProject } from '../../src/compose/load.js';
import { configJson, modelJson } from '../../src/compose/output.js';
import { UserError } from '../../src/compose/problem.js';
import type { Project } from '../../src/compose/project.js';
import { provenanceOf } from '../../src/compose/provenance.js';
import { type Lookup, substitute } from '../../src/compose/template.js';
import { configYaml } from '../../src/report/config-yaml.js';
import { FORMAT_NAMES, FORMATS } from '../../src/report/formats.js';
import { graphDot } from '../../src/report/graph-dot.js';
import { graphJson } from '../../src/report/graph-json.js';
import { graphMermaid } from '../../src/report/graph-mermaid.js';
import { graphSvg } from '../../src/report/graph-svg.js';
import { jsonText } from '../../src/report/json-text.js';
import { provenanceLine } from '../../src/report/provenance.js';
import { type Checked, type CheckRequest, checkProjects, verdictOf } from '../../src/run/check.js';
import type { DiskHost } from '../../src/run/disk.js';
import { fixProjects } from '../../src/run/fix.js';
import { render } from '../../src/run/outputs.js';
import { loadSubjects } from '../../src/run/projects.js';
import type { Selection } from '../../src/run/selection.js';
import { parseYaml } from '../../src/source/yaml.js';
import { graphOf } from '../../src/topology/graph.js';
import { memoryHost } from '../support/memory-host.js';
import { treesOf } from '../support/trees.js';
import { ENVIRONMENT } from './grammar/environment.js';
import {
  BASELINE,
  baselines,
  CONFIG,
  configured,
  damaged,
  dotenvs,
  type Files,
  hostileProjects,
  type Inputs,
  MAIN,
  only,
  projects,
  soup,
  templates,
} from './inputs.js';
import {
  dotFaults,
  type Faults,
  formatFaults,
  inertFaults,
  jsonFaults,
  rangeFaults,
  reportFaults,
  xmlFaults,
} from './oracles.js';

export interface Target {
  readonly name: string;
  /** `seeds`: folders that somebody wrote. */
  readonly inputs: (seeds: Inputs) => Inputs;
  /** What is wrong, and all that was put out, which must be the same each time. Whatever it throws is a fault. */
  readonly run: (files: Files) => Promise<Outcome> | Outcome;
}

export interface Outcome {
  readonly faults: Faults;
  readonly output: string;
}

const FOLDER = '/work';

function hostFor(files: Files): DiskHost {
  const absolute = Object.fromEntries(Object.entries(files).map(([name, text]) => [`${FOLDER}/${name}`, text]));
  const host = memoryHost(absolute, { ...ENVIRONMENT, HOME: '/home/somebody' }, FOLDER);
  return {
    ...host,
    entries: (directory) =>
      host.list(directory).flatMap((name) => {
        const kind = host.stat(`${directory}/${name}`);
        return kind ? [{ name, kind }] : [];
      }),
  };
}

/** The main file, and on top of it those beside it, as far as they are Compose files. */
function selectionOf(files: Files): Selection {
  const others = Object.keys(files).filter((name) => name !== MAIN && name !== CONFIG && /^[^/]*\.ya?ml$/s.test(name));
  return {
    workingDirectory: FOLDER,
    paths: [],
    files: [MAIN, ...others].filter((name) => name in files),
    mode: 'analysis',
    profiles: [],
    envFiles: [],
  };
}

function textIn(files: Files): (name: string) => string | undefined {
  return (name) => files[name]?.replace(/^\ufeff/, '');
}

const sum = (...inputs: readonly Inputs[]): Inputs => fc.oneof(...inputs);
const damagedDotenv = (inputs: Inputs): Inputs => damaged(inputs, (name) => name === '.env');

const LOOKUP: Lookup = (name) => {
  const value = { A: 'alpha', EMPTY: '', LONG: '${A}'.repeat(20) }[name];
  return value === undefined ? undefined : { value };
};
const MODES = ['strict', 'analysis'] as const;

/** One run, one report: with baselines and configuration where there are some. */
function checked(files: Files, request: Partial<CheckRequest> = {}): Checked {
  return checkProjects(hostFor(files), { selection: selectionOf(files), persona: 'pedantic', ...request });
}

function outcomeOf(files: Files, found: Checked): Outcome {
  const rendered = FORMAT_NAMES.map((format) => ({
    format,
    output: render(format, found, { pretty: { insideActions: true } }),
  }));
  const verbose = FORMATS.pretty.render(found.report, { pretty: { verbose: true, insideActions: true, width: 60 } });
  const passedEmpty =
    verdictOf(found.report, found.failOn) === 'passed' && found.report.projects.every(({ services }) => services === 0);
  return {
    faults: [
      ...reportFaults(found.report, textIn(files)),
      ...rendered.flatMap(({ format, output }) => formatFaults(format, output, found.report)),
      ...inertFaults('pretty --verbose', verbose),
      ...(passedEmpty ? ['exit 0, though nothing was analyzed'] : []),
    ],
    output: rendered.map(({ output }) => output).join(''),
  };
}

/** A `UserError` is an answer, too. */
function answered(run: () => Outcome): Outcome {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { faults: error.at ? rangeFaults('the error', error.at) : [], output: error.message };
  }
}

function loadedFaults(project: Project | undefined): Faults {
  if (!project) return [];
  return [...treesOf(project.model)].flatMap((tree) => [
    ...rangeFaults('a value', tree.at),
    ...tree.at.via.flatMap((step) => (step.how === 'default' ? [] : rangeFaults(step.how, step.site))),
  ]);
}

function configOutputs(project: Project): Outcome {
  const json = jsonText(configJson(project));
  const yaml = configYaml(configJson(project));
  const model = jsonText(modelJson(project));
  const provenance = Array.from(provenanceOf(project.model), provenanceLine).join('');
  const readBack = parseYaml({ path: 'config', text: yaml });
  return {
    faults: [
      ...jsonFaults('config --format json', json),
      ...inertFaults('config --format json', json),
      ...inertFaults('config --no-interpolate', model),
      ...inertFaults('config', yaml, { tabs: true }),
      ...inertFaults('config --provenance', provenance),
      ...readBack.problems.map(({ message }) => `config: no YAML: ${message}`),
    ],
    output: json + yaml + model + provenance,
  };
}

export const TARGETS: readonly Target[] = [
  {
    name: 'yaml',
    inputs: (seeds) => sum(only(MAIN, soup), damaged(seeds), damaged(projects)),
    run: (files) => {
      const parsed = Object.entries(files).map(([path, text]) => parseYaml({ path, text }));
      const trees = parsed.flatMap(({ documents }) =>
        documents.flatMap(({ root }) => (root ? [...treesOf(root)] : [])),
      );
      const problems = parsed.flatMap((each) => each.problems);
      const faults = [...trees, ...problems].flatMap(({ at }) => rangeFaults('yaml', at));
      return {
        faults,
        output: JSON.stringify([
          trees.length,
          problems.map(({ message, at: { start, end } }) => [message, start, end]),
        ]),
      };
    },
  },
  {
    name: 'dotenv',
    inputs: (seeds) => sum(dotenvs, damagedDotenv(dotenvs), only('.env', soup), damagedDotenv(seeds)),
    run: (files) => {
      const text = files['.env'] ?? '';
      const results = MODES.map((mode) => parseDotenv({ path: '.env', text }, LOOKUP, mode));
      const faults = results.flatMap(({ entries, unset, error }) => [
        ...entries.flatMap(({ at, valueAt }) => [...rangeFaults('a name', at), ...rangeFaults('a value', valueAt)]),
        ...entries.flatMap(({ value, unknown }) =>
          unknown
            .filter(({ start, end }) => start > end || end > value.length)
            .map(() => 'an unknown part outside of its value'),
        ),
        ...unset.flatMap(({ at }) => rangeFaults('a variable', at)),
        ...(error ? rangeFaults('the error', error.at) : []),
      ]);
      return {
        faults,
        output: JSON.stringify(
          results.map(({ entries, error }) => [entries.map(({ name, value }) => [name, value]), error?.message]),
        ),
      };
    },
  },
  {
    name: 'interpolation',
    inputs: () => sum(templates, damaged(templates), only('template', soup)),
    run: (files) => {
      const raw = files.template ?? '';
      const results = MODES.map((mode) => substitute(raw, LOOKUP, mode));
      const isInside = (start: number, end: number, length: number): boolean =>
        0 <= start && start <= end && end <= length;
      const faults = results.flatMap((result) =>
        result.ok
          ? result.substitutions
              .filter(({ start, end }) => !isInside(start, end, result.value.length))
              .map(() => 'a substitution outside of the value')
          : isInside(result.start, result.end, raw.length)
            ? []
            : ['an error outside of the text'],
      );
      return { faults, output: JSON.stringify(results) };
    },
  },
  {
    name: 'load',
    inputs: (seeds) => sum(projects, damaged(projects), damaged(seeds), hostileProjects, damaged(hostileProjects)),
    run: (files) => {
      const { files: given } = selectionOf(files);
      const outcomes = MODES.map((mode): Outcome => {
        const { project, problems } = loadProject(hostFor(files), { mode, workingDirectory: FOLDER, files: given });
        const none =
          project || problems.some(({ kind }) => kind === 'refusal') ? [] : ['no project, and nothing says why'];
        const printed = project ? configOutputs(project) : { faults: [], output: '' };
        const places = problems.flatMap(({ at, trail = [] }) => [...(at ? [at] : []), ...trail]);
        const said = problems.map(({ message }) => message).join('\n');
        return {
          faults: [
            ...none,
            ...loadedFaults(project),
            ...printed.faults,
            ...places.flatMap((at) => rangeFaults('a problem', at)),
          ],
          output: printed.output + said,
        };
      });
      return {
        faults: outcomes.flatMap(({ faults }) => faults),
        output: outcomes.map(({ output }) => output).join(''),
      };
    },
  },
  {
    name: 'check',
    inputs: (seeds) =>
      sum(projects, damaged(projects), seeds, damaged(seeds), hostileProjects, damaged(hostileProjects)),
    run: (files) => answered(() => outcomeOf(files, checked(files))),
  },
  {
    name: 'config',
    inputs: () =>
      sum(
        configured,
        damaged(configured, (name) => name === CONFIG),
        only(CONFIG, soup),
      ),
    run: (files) => answered(() => outcomeOf(files, checked(files))),
  },
  {
    name: 'baseline',
    inputs: () =>
      sum(
        baselines,
        damaged(baselines, (name) => name === BASELINE),
      ),
    run: (files) => answered(() => outcomeOf(files, checked(files, { baseline: BASELINE }))),
  },
  {
    name: 'graph',
    inputs: (seeds) => sum(projects, damaged(seeds), hostileProjects, damaged(hostileProjects)),
    run: async (files) => {
      const [subject] = loadSubjects(hostFor(files), selectionOf(files)).subjects;
      if (!subject) return { faults: [], output: '' };
      const graph = (): ReturnType<typeof graphOf> => graphOf(subject.topology, { pairs: true });
      const json = [...graphJson(graph())].join('');
      const [mermaid, dot, svg] = [graphMermaid(graph()), graphDot(graph()), await graphSvg(graph())];
      const outputs = { 'graph json': json, mermaid, dot, svg };
      return {
        faults: [
          ...jsonFaults('graph json', json),
          ...dotFaults(dot),
          ...xmlFaults('svg', svg),
          ...(/<script|<!--|\son\w+=/i.test(svg.replace(/"[^"]*"/g, '')) ? ['svg: something to run'] : []),
          ...Object.entries(outputs).flatMap(([what, output]) => inertFaults(what, output)),
        ],
        output: Object.values(outputs).join(''),
      };
    },
  },
  {
    name: 'fix',
    inputs: (seeds) =>
      sum(projects, damaged(projects), seeds, damaged(seeds), hostileProjects, damaged(hostileProjects)),
    run: (files) =>
      answered(() => {
        const { files: fixed } = fixProjects(hostFor(files), { selection: selectionOf(files), only: [] });
        const output = fixed.map(({ diff }) => diff).join('');
        return { faults: inertFaults('fix', output.replaceAll('\r\n', '\n'), { tabs: true }), output };
      }),
  },
];
