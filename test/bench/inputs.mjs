/** What is measured: projects as people write them, many of them, and a few that are larger than any. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Sizes between 70 and 1,600 characters, 640 on average, as those of Docker's own example projects. */
const SERVICES = [
  () => '  web:\n    image: nginx:1.27\n    ports:\n      - "8080:80"\n    depends_on:\n      - api\n',
  (seed) =>
    `  api:\n    build: ./api\n    environment:\n      PORT: "4000"\n      DATABASE_URL: postgres://app:\${DB_PASSWORD}@db:5432/app${seed}\n    depends_on:\n      - db\n    restart: unless-stopped\n`,
  () =>
    '  db:\n    image: postgres:17-alpine\n    environment:\n      POSTGRES_DB: app\n      POSTGRES_PASSWORD_FILE: /run/secrets/db\n    volumes:\n      - data:/var/lib/postgresql/data\n    healthcheck:\n      test: ["CMD-SHELL", "pg_isready -U postgres"]\n      interval: 10s\n',
  () => '  cache:\n    image: redis:7\n    command: redis-server --save 60 1\n    expose:\n      - 6379\n',
  (seed) => `  worker:\n    image: example/worker:${seed % 40}\n    environment:\n      - QUEUE=redis://cache:6379/0\n`,
  () => '  proxy:\n    image: traefik:v3\n    ports: ["80:80", "443:443"]\n    networks: [front, back]\n',
];

export function smallProject(seed) {
  const count = 1 + (seed % SERVICES.length);
  const services = Array.from({ length: count }, (_, index) => SERVICES[(seed + index) % SERVICES.length](seed));
  const text = services.join('\n');
  const volumes = text.includes('data:/') ? '\nvolumes:\n  data:\n' : '';
  const networks = text.includes('front') ? '\nnetworks:\n  front:\n  back:\n    internal: true\n' : '';
  return `# project ${seed}\nservices:\n${text}${volumes}${networks}`;
}

/** `count` projects in folders of a hundred; gives the folder. */
export function manyProjects(folder, count) {
  for (let index = 0; index < count; index++) {
    const project = path.join(folder, String(Math.floor(index / 100)), `project-${index}`);
    mkdirSync(project, { recursive: true });
    writeFileSync(path.join(project, 'compose.yaml'), smallProject(index));
  }
  return folder;
}

/** Ten services to a network, each on two of them. */
export function largeProject(services) {
  const networks = Math.max(1, Math.floor(services / 10));
  const lines = ['services:'];
  for (let index = 0; index < services; index++) {
    lines.push(
      `  service-${index}:`,
      `    image: ${index % 10 === 0 ? 'postgres:17' : 'nginx:1.27'}`,
      `    networks: [net-${index % networks}, net-${(index * 7 + 1) % networks}]`,
      ...(index % 5 === 0 ? [`    ports: ["${10_000 + (index % 50_000)}:80"]`] : []),
      ...(index % 10 === 0 ? [] : [`    depends_on: [service-${index - 1}]`]),
    );
  }
  lines.push('networks:');
  for (let index = 0; index < networks; index++) lines.push(`  net-${index}: {internal: ${index % 3 === 0}}`);
  return `${lines.join('\n')}\n`;
}

export function manyKeys(count) {
  const keys = Array.from({ length: count }, (_, index) => `      KEY_${index}: value ${index}`);
  return `services:\n  web:\n    image: nginx\n    environment:\n${keys.join('\n')}\n`;
}
