/** Secrets of every shape in one project: the fixes show none of them, in the diff, in the reasons, or in what is written. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { folderWith } from '../support/folder';
import { run } from '../support/world';

const COMPOSE = `x-common: &common
  SMTP_PASSWORD: canary01
services:
  web:
    build:
      context: .
      args: { NPM_TOKEN: canary02xyz }
    environment:
      <<: *common
      SINGLE_SECRET: 'canary03'
      BLOCK_SECRET: |-
        canary04
      FALLBACK_PASSWORD: \${PASSWORD_A:-canary05}
      NESTED_PASSWORD: \${PASSWORD_B:-\${PASSWORD_C:-canary06}}
      DATABASE_URL: postgres://shop:canary07@db:5432/shop
      HOSTS: mongodb://shop:canary08@a:27017,b:27017/shop
      ADO: Server=db;User Id=sa;Password=canary09;Encrypt=False
      JSON: '{"user": "shop", "password": "canary10"}'
      PEM: "-----BEGIN PRIVATE KEY-----\\ncanary11\\n-----END PRIVATE KEY-----"
    command: ["serve", "--redis-password", "canary12"]
    labels:
      - com.example.password=canary13
    env_file: web.env
  db:
    image: postgres:17
    environment: { POSTGRES_PASSWORD: canary14 } # was canary14
    healthcheck:
      test: PGPASSWORD=canary14 pg_isready
    links: [web]
configs:
  app:
    content: |
      password = canary15
`;

test('no value is shown or written', async () => {
  const cwd = folderWith({ 'compose.yaml': COMPOSE, 'web.env': 'MAIL_PASSWORD=canary16\n', Dockerfile: '' });
  const shown = await run(['fix'], { cwd });
  expect(shown.code).toBe(1);
  expect(shown.stdout + shown.stderr).not.toMatch(/canary\d/);
  const applied = await run(['fix', '--apply'], { cwd });
  expect(applied.stdout + applied.stderr).not.toMatch(/canary\d/);
  expect(readdirSync(cwd).sort()).toEqual(['.env.example', 'Dockerfile', 'compose.yaml', 'web.env']);
  expect(readFileSync(path.join(cwd, '.env.example'), 'utf8')).not.toMatch(/canary\d/);
  const left = readFileSync(path.join(cwd, 'compose.yaml'), 'utf8').match(/.*canary\d+.*/g) ?? [];
  // What is written with escapes is left alone, and comments are nobody's to change.
  expect(left.map((line) => line.trim().split(':')[0])).toEqual([
    'NESTED_PASSWORD',
    'PEM',
    expect.stringContaining('environment'),
  ]);
});
