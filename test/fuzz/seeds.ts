/** Folders to begin with: a small one of our own, and those of the corpus where it lies beside the repository. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { type Files, MAIN } from './inputs.js';

const MOST_FOLDERS = 600;
const LARGEST_FILE = 16_384;
const MOST_FILES = 12;

export const OWN: readonly Files[] = [
  {
    [MAIN]: `x-common: &common
  restart: always
  networks: [back]
services:
  proxy:
    image: nginx:1.27
    ports: ["443:8443"]
    networks: {front: {aliases: [www]}, back: }
    depends_on: {api: {condition: service_healthy}}
  api:
    <<: *common
    build: {context: ./api, args: [V=1]}
    env_file: [.env]
    environment: {DATABASE_URL: "postgres://shop:\${PASSWORD:-hunter22}@db:5432/shop"}
    links: [db:database]
  db:
    <<: *common
    image: postgres:17
    environment: [POSTGRES_PASSWORD=hunter22]
    volumes: [data:/var/lib/postgresql/data]
networks: {front: , back: {internal: true}}
volumes: {data: }
`,
    'compose.override.yaml':
      'services:\n  db:\n    ports: !override ["127.0.0.1:5432:5432"]\n  api:\n    links: !reset []\n',
    '.env': 'PASSWORD=hunter23\nQUOTED="a b" # c\n',
  },
];

/** One folder for each shape of the corpus's index, evenly chosen; none where there is no corpus. */
export function corpusSeeds(folder: string): readonly Files[] {
  const index = path.join(folder, 'INDEX.tsv');
  if (!existsSync(index)) return [];
  const shapes = new Map<string, string>();
  for (const row of readFileSync(index, 'utf8').split('\n').slice(1)) {
    const [file = '', , , , bytes = '', , , , shape = ''] = row.split('\t');
    if (file !== '' && Number(bytes) <= LARGEST_FILE && !shapes.has(shape)) shapes.set(shape, file);
  }
  const files = [...shapes.values()].sort();
  const step = Math.max(1, Math.floor(files.length / MOST_FOLDERS));
  return files.filter((_, position) => position % step === 0).map((file) => folderOf(path.join(folder, file)));
}

/** The file as the main one, with the small files that lie beside it. */
function folderOf(main: string): Files {
  const directory = path.dirname(main);
  const beside = readdirSync(directory).filter((name) => !/\.ya?ml$/.test(name) && isSmall(path.join(directory, name)));
  const others = beside.slice(0, MOST_FILES).map((name) => [name, readFileSync(path.join(directory, name), 'utf8')]);
  return { ...Object.fromEntries(others), [MAIN]: readFileSync(main, 'utf8') };
}

function isSmall(file: string): boolean {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat?.isFile() === true && stat.size <= LARGEST_FILE;
}
