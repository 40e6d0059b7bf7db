/** Forty secrets, each in another place or shape of one project: every one is found, and none is told. */
import { loadProject } from '../../../src/compose/load';
import { repositoryOf } from '../../../src/compose/repository';
import { RULES } from '../../../src/rules/index';
import type { Draft } from '../../../src/rules/rule';
import { textOf } from '../../../src/source/text';
import { analyzeTopology } from '../../../src/topology/analyze';
import { memoryHost } from '../../support/memory-host';

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

const FILES = {
  '/project/compose.yaml': COMPOSE,
  '/project/db.env': 'MYSQL_PASSWORD=canary40\n',
  '/project/.git/HEAD': '',
};

const CANARIES = Array.from({ length: 40 }, (_, index) => `canary${String(index + 1).padStart(2, '0')}`);

function findings(): readonly Draft[] {
  const host = memoryHost(FILES);
  const { project, problems } = loadProject(host, { mode: 'analysis', workingDirectory: '/project' });
  if (!project) throw new Error(problems[0]?.message);
  const context = { project, topology: analyzeTopology(project), repository: repositoryOf(host, '/project') };
  return RULES.flatMap((rule) => [...rule.check(context)]);
}

const drafts = findings();

test.each(CANARIES)('%s is found', (canary) => {
  const found = drafts.flatMap((draft) => draft.secrets ?? []).map(textOf);
  expect(found.filter((text) => text.toLowerCase().includes(canary))).not.toEqual([]);
});

test('the place of a finding holds the secret and little else', () => {
  for (const draft of drafts) {
    for (const secret of draft.secrets ?? []) expect(textOf(secret)).not.toMatch(/\n.*\n.*\n/s);
  }
});

test('no finding tells one', () => {
  for (const draft of drafts) {
    const told = JSON.stringify([
      draft.message,
      draft.advice,
      draft.label,
      draft.related.map((place) => place.label),
      draft.evidence,
      draft.services,
    ]);
    expect(told.toLowerCase()).not.toContain('canary');
  }
});
