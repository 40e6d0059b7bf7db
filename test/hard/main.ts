/** The table of hard inputs: what each run took, and what is wrong with it. */
import { Bench, complaints, DEFAULT_ARGV, expected, type Outcome } from './measure.js';
import { OWN } from './own.js';
import { YARDSTICK } from './yardstick.js';

const SECONDS = 2;
const MEGABYTES = 300;
const HANG = 40;

/** Every command that takes a path; a run of `check` renders all formats. */
const COMMANDS: readonly (readonly string[])[] = [
  [
    'check',
    '--pedantic',
    ...['unix', 'json', 'sarif', 'github', 'markdown', 'junit', 'gitlab'].flatMap((format) => [
      '-o',
      `${format}=out/${format}`,
    ]),
  ],
  ['graph', '--format', 'json'],
  ['graph', '--format', 'json', '--no-pairs'],
  ['graph', '--format', 'mermaid'],
  ['graph', '--format', 'dot'],
  ['graph', '--format', 'svg'],
  ['reach', 'internet', 's1', '--transitive'],
  ['reach', '--from', 'internet', '--transitive'],
  ['config', '--format', 'json'],
  ['config', '--provenance'],
  ['fix'],
  ['baseline'],
];

export async function main(argv: readonly string[]): Promise<void> {
  const all = argv.includes('--all');
  const words = argv.filter((word) => !word.startsWith('--'));
  const chosen = [...YARDSTICK, ...OWN].filter(
    ({ name }) => words.length === 0 || words.some((word) => name.includes(word)),
  );
  const bench = new Bench(process.cwd());
  let bad = 0;
  let [worstTime, worstSize] = [0, 0];
  try {
    for (const input of chosen) {
      const folder = bench.make(input);
      const runs = [
        input.argv ?? DEFAULT_ARGV,
        ...(all && !input.argv ? COMMANDS.map((command) => commandFor(command)) : []),
      ];
      for (const [index, command] of runs.entries()) {
        const outcome = await bench.run(command, folder, HANG);
        const wrong = [...complaints(outcome), ...(index === 0 ? expected(input, outcome) : []), ...slow(outcome)];
        worstTime = Math.max(worstTime, outcome.seconds);
        worstSize = Math.max(worstSize, outcome.megabytes || 0);
        if (wrong.length > 0) bad++;
        const name = index === 0 ? input.name : `  ${command.slice(0, 3).join(' ')}`;
        console.log(row(name, outcome, wrong));
        if (wrong.length > 0 && argv.includes('--show')) console.log((outcome.stderr + outcome.stdout).slice(0, 600));
      }
      bench.drop(folder);
    }
  } finally {
    bench.end();
  }
  console.log(
    `${chosen.length} inputs, worst ${worstTime.toFixed(2)} s and ${Math.round(worstSize)} MB, ${bad} to look at`,
  );
  process.exitCode = bad > 0 ? 1 : 0;
}

function commandFor(command: readonly string[]): readonly string[] {
  const [name = '', ...rest] = command;
  if (name === 'config') return [...command, '-f', 'compose.yaml'];
  return name === 'reach' ? [...command, '--path', 'compose.yaml'] : [name, 'compose.yaml', ...rest];
}

function slow({ seconds, cpu, megabytes }: Outcome): readonly string[] {
  return [
    ...(Math.min(seconds, cpu || seconds) > SECONDS ? [`${seconds.toFixed(1)} s`] : []),
    ...(megabytes > MEGABYTES ? [`${Math.round(megabytes)} MB`] : []),
  ];
}

function row(name: string, { code, seconds, cpu, megabytes }: Outcome, wrong: readonly string[]): string {
  return `${name.padEnd(36)} ${String(code).padStart(4)} ${seconds.toFixed(2).padStart(7)} s ${cpu.toFixed(2).padStart(6)} cpu ${megabytes.toFixed(0).padStart(5)} MB  ${wrong.join('; ')}`;
}
