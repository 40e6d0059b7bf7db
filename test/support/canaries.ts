/** A project with forty secrets, each in another place or shape of one project, and every way to hear of a project. */
import { FORMAT_CHOICES } from '../../src/cli/commands.js';
import { folderWith } from './folder.js';
import { run } from './world.js';

const COMPOSE = `
x-common: &common
  SMTP_PASSWORD: canary01
x-unused:
  vault:
    token: canary02
  list:
    - LIST_SECRET=canary03

services:
  web:
    build:
      context: https://bot:canary04@git.example/shop.git
      args:
        NPM_TOKEN: canary05
      labels:
        com.example.token: canary06
    environment:
      <<: *common
      PLAIN_PASSWORD: canary07
      "QUOTED_SECRET": "canary08"
      SINGLE_SECRET: 'canary09'
      BLOCK_SECRET: |-
        canary10
      FOLDED_SECRET: >-
        canary11
      FALLBACK_PASSWORD: \${PASSWORD_A:-canary12}
      NESTED_PASSWORD: \${PASSWORD_B:-\${PASSWORD_C:-canary13}}
      DATABASE_URL: postgres://shop:canary14@db:5432/shop
      HOSTS: mongodb://shop:canary15@a:27017,b:27017/shop
      BROKER: shop:canary16@queue:5672
      JDBC: jdbc:postgresql://db/shop?user=shop&password=canary17
      ADO: Server=db;User Id=sa;Password=canary18;Encrypt=False
      LIBPQ: host=db user=shop password=canary19
      STORAGE: DefaultEndpointsProtocol=https;AccountName=shop;AccountKey=canary20;EndpointSuffix=example
      JSON: '{"user": "shop", "password": "canary21"}'
      JAVA_OPTS: -Xmx1g -Ddb.password=canary22
      FILE: |
        [db]
        password = canary23
      HARMLESS_NAME: ghp_canary24aaaabbbbccccddddeeeeffff1234
      ANOTHER: AKIACANARY25ABCDEFGH
      MESSAGE: xoxb-canary26-canary26-canary26canary26
      PEM: "-----BEGIN PRIVATE KEY-----\\ncanary27\\n-----END PRIVATE KEY-----"
      BASIC_AUTH: shop:canary28
    labels:
      - com.example.password=canary29
      - ofelia.job-exec.dump.command=mysqldump -pcanary30 shop
    logging:
      driver: splunk
      options:
        splunk-token: canary31
    deploy:
      labels:
        com.example.secret: canary32
    post_start:
      - command: psql postgres://shop:canary33@db/shop
  db:
    image: mysql:8
    env_file: db.env
    environment:
      - MYSQL_ROOT_PASSWORD=canary34
    command: ["mysqld", "--loose-password=canary35"]
    entrypoint: sh -c "TOKEN=canary36 exec docker-entrypoint.sh"
    healthcheck:
      test: ["CMD-SHELL", "mysqladmin ping -uroot -pcanary37"]
configs:
  settings:
    content: |
      requirepass canary38
volumes:
  share:
    driver_opts:
      o: username=backup,password=canary39
`;

/** By file name. */
export const PLANTED: Readonly<Record<string, string>> = {
  'compose.yaml': COMPOSE,
  'db.env': 'MYSQL_PASSWORD=canary40\n',
  '.git/HEAD': '',
};

export const CANARIES = Array.from({ length: 40 }, (_, index) => `canary${String(index + 1).padStart(2, '0')}`);

const COMMANDS: readonly (readonly string[])[] = [
  ...FORMAT_CHOICES.map((format) => ['check', '--pedantic', '--verbose', '--format', format]),
  ['check', '--strict', '--pedantic', '--verbose', '--debug'],
  ['check', '--pedantic', '--no-ignores', '--debug'],
  ...['json', 'mermaid', 'dot', 'svg'].map((format) => ['graph', '--debug', '--format', format]),
  ['reach', '--to', 'db', '--transitive'],
  ['reach', '--from', 'internet', '--format', 'json'],
  ['fix', '--debug'],
  ['baseline', '--pedantic'],
  ['explain', 'plaintext-credentials'],
];

/** What each command says about a project of these files, on both streams; by command line. */
export async function everythingSaid(files: Readonly<Record<string, string>>): Promise<ReadonlyMap<string, string>> {
  const cwd = folderWith(files);
  const said = new Map<string, string>();
  for (const command of COMMANDS) {
    const { stdout, stderr } = await run(command, { cwd });
    said.set(command.join(' '), stdout + stderr);
  }
  return said;
}
