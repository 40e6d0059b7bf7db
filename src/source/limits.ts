/** What a run may cost. Whoever writes the input may be hostile, so only who starts the run can move a limit. */

interface Limit {
  readonly value: number;
  readonly unit: string;
  /** What is counted. */
  readonly meaning: string;
}

export const LIMITS = {
  'file-size': { value: 4 * 1024 * 1024, unit: 'bytes', meaning: 'a file, or standard input' },
  nodes: { value: 500_000, unit: 'nodes', meaning: 'keys and values of a YAML file, once its aliases are expanded' },
  nesting: { value: 100, unit: 'levels', meaning: 'lists and mappings of a YAML file inside each other' },
  documents: { value: 100, unit: 'documents', meaning: 'documents of a YAML file' },
  files: { value: 5_000, unit: 'files', meaning: 'Compose files of a project, each counted whenever it is loaded' },
  'include-depth': { value: 100, unit: 'levels', meaning: 'includes of includes' },
  'extends-depth': { value: 100, unit: 'levels', meaning: 'services that extend services that extend others' },
  copies: {
    value: 300_000,
    unit: 'values',
    meaning: 'values that `include`, `extends` and `env_file` bring in more than once',
  },
  ports: { value: 80_000, unit: 'ports', meaning: 'ports of a project, once ranges are expanded' },
  problems: { value: 1_000, unit: 'problems', meaning: 'problems of one kind that are told of a project' },
  findings: { value: 10_000, unit: 'findings', meaning: 'findings that are kept, the worst; the others are counted' },
  directories: { value: 100_000, unit: 'directories', meaning: 'directories that a search enters' },
  'search-depth': { value: 40, unit: 'levels', meaning: 'directories inside each other that a search enters' },
  projects: { value: 20_000, unit: 'directories', meaning: 'directories with Compose files that a search takes' },
} as const satisfies Readonly<Record<string, Limit>>;

export type LimitName = keyof typeof LIMITS;

export type Limits = Readonly<Record<LimitName, number>>;

export function isLimitName(name: string): name is LimitName {
  return Object.hasOwn(LIMITS, name);
}

export const LIMIT_NAMES: readonly LimitName[] = Object.keys(LIMITS).filter(isLimitName);

export function limitsWith(given: Partial<Limits> = {}): Limits {
  const limits: Partial<Record<LimitName, number>> = {};
  for (const name of LIMIT_NAMES) limits[name] = given[name] ?? LIMITS[name].value;
  return limits as Limits;
}

export const DEFAULT_LIMITS: Limits = limitsWith();

/** For the end of a message that a limit causes: its name, its value, and how it is moved. */
export function movedBy(name: LimitName, { [name]: value }: Limits): string {
  return `(--limit ${name}=${value})`;
}
