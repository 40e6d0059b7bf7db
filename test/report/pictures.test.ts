/** Pictures of a graph: what they show, that their languages take them, and that nothing of a project gets out of its quotes. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { graphDot } from '../../src/report/graph-dot';
import { graphMermaid } from '../../src/report/graph-mermaid';
import { graphSvg } from '../../src/report/graph-svg';
import { pictureOf } from '../../src/report/picture';
import { legendOf } from '../../src/report/picture-legend';
import type { Graph } from '../../src/topology/graph';
import { EXAMPLES, graphFrom, large, SCENARIOS, SHOP } from '../support/graphs';
import { parseXml } from '../support/xml';

const ATTACKS = [
  '"]; click n0 "javascript:alert(1)"',
  '"] end subgraph x',
  '`markdown`',
  '<script>alert(1)</script>',
  '</svg><script>',
  ']]>',
  '--> n1',
  '%%{init: {}}%%',
  '#quot;',
  '&lt;&#10;',
  '\\N \\" \\',
  'style n0 fill:#f00;',
  'a\nb\r\n--> c',
  '\u0000\u0007\u001b[31m',
  '\u202e\u2066',
  '\ud800',
  '\ufffe',
  'end',
  '1. list',
  '- item',
  '漢字 é 👩',
  '',
];

/** A graph whose every name tries to be something else. */
const hostile: Graph = {
  ...SHOP,
  project: ATTACKS.join(' '),
  services: ATTACKS.map((name, index) => ({
    name: `${name}${index}`,
    project: name,
    role: index % 2 === 0 ? 'database' : 'app',
    tier: index % 2 === 0 ? 'data' : 'app',
    roleConfidence: 'high',
    roleEvidence: [],
    namespace: `${name}${index}`,
    networks: [{ key: name, engineName: `net${index % 5}`, aliases: [], internal: false, external: index % 3 === 0 }],
  })),
  networks: ATTACKS.map((key, index) => ({
    key,
    engineName: `net${index}`,
    driver: 'bridge',
    internal: false,
    external: false,
    icc: true,
    services: [],
  })),
  reach: [],
  exposures: [],
  channels: [],
  ingress: ATTACKS.map((name, index) => ({
    service: `${name}${index}`,
    target: 80,
    published: 80,
    hostIp: '0.0.0.0',
    from: 'lan',
  })),
  flows: ATTACKS.slice(1).map((name, index) => ({
    from: `${ATTACKS[index]}${index}`,
    to: `${name}${index + 1}`,
    open: false,
    evidence: [],
  })),
  unintended: [{ from: `${ATTACKS[0]}0`, to: `${ATTACKS[4]}4`, network: 'net0' }],
};

const GRAPHS: readonly (readonly [string, Graph])[] = [
  ['shop', SHOP],
  ['hostile', hostile],
  ['nobody', graphFrom('services: {}')],
  ['sixty', large(60, 8)],
  ['six hundred', large(600, 90)],
  ['two thousand', large(2000, 300)],
  ['two thousand on one network', large(2000, 1)],
  ...EXAMPLES,
  ...SCENARIOS,
];

test('Mermaid takes every picture, within the limits of GitHub', () => {
  const texts = GRAPHS.map(([, graph]) => graphMermaid(graph));
  const { stdout, stderr } = spawnSync(process.execPath, [path.join(__dirname, '..', 'support', 'mermaid-parse.mjs')], {
    input: JSON.stringify(texts),
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  const wrong = (JSON.parse(stdout) as (string | null)[]).flatMap((error, index) =>
    error ? [`${GRAPHS[index]?.[0]}: ${error}`] : [],
  );
  expect(wrong).toEqual([]);
  for (const text of texts) {
    expect(text.length).toBeLessThan(50_000);
    expect(text.match(/^ {2}[nw]\d+ [-=]/gm)?.length ?? 0).toBeLessThan(500);
  }
}, 60_000);

test.each(GRAPHS)('SVG is well-formed and inert: %s', async (_, graph) => {
  const root = parseXml(await graphSvg(graph));
  const names = new Set<string>();
  const walk = (element: typeof root): void => {
    names.add(element.name);
    for (const [key, value] of element.attributes) {
      expect(key).not.toMatch(/^on|href/i);
      if (value.includes('url(')) expect(value).toMatch(/^url\(#(dark|blue|grey|red|cross)\)$/);
    }
    for (const child of element.children) walk(child);
  };
  walk(root);
  const allowed = new Set(['svg', 'title', 'desc', 'defs', 'marker', 'path', 'rect', 'text', 'g']);
  expect([...names].filter((name) => !allowed.has(name))).toEqual([]);
});

test.each(GRAPHS)('DOT keeps every text in its quotes: %s', (_, graph) => {
  const bare = graphDot(graph).replace(/"(?:[^"\\\n]|\\.)*"/g, '""');
  expect(bare).not.toContain('\\');
  for (const line of bare.split('\n')) {
    expect(line).toMatch(
      /^$|^digraph "" \{$|^ {2}(?:graph|node|edge) \[|^ {2}label=""$|^ {2}labelloc=b$|^\s+[nw]\d+(?: -> [nw]\d+)?(?: \[[^[\]]*\])?$|^ {2}subgraph cluster_c\d+ \{$|^ {4}label=""; |^ {2}\}$|^\}$/,
    );
  }
});

test('a picture groups by networks and marks what matters', () => {
  const { clusters, arrows, outside } = pictureOf(SHOP);
  expect(
    clusters.map(({ label, boxes }) => [
      label,
      boxes.map(({ lines, entry, alarm }) =>
        [...lines, entry ? 'entry' : '', alarm ? 'alarm' : ''].filter(Boolean).join(' '),
      ),
    ]),
  ).toEqual([
    ['back (internal) + ops', ['admin entry']],
    ['the host’s network', ['agent app entry']],
    ['back (internal) + front', ['api app', 'proxy edge entry', 'sidecar app']],
    ['back (internal)', ['db database alarm']],
  ]);
  expect(outside.map(({ lines }) => lines[0])).toEqual(['LAN and internet', 'this machine']);
  expect(arrows.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['published', 'unintended', 'shared']));
});

/** The boxes and arrows of a picture that fits. */
const extentOf = (graph: Graph) => {
  const { clusters, arrows } = pictureOf(graph);
  return [clusters.flatMap(({ boxes }) => boxes).length, arrows.length] as const;
};

test('what is too large is drawn coarser, and says so', () => {
  for (const [graph, note] of [
    [large(300, 25), /^300 services, drawn as one box for those of a tier that are on the same networks\.$/],
    [large(600, 90), /^600 services, drawn as one box for those that are on the same networks\.$/],
  ] as const) {
    const [boxes, arrows] = extentOf(graph);
    expect(boxes).toBeLessThanOrEqual(60);
    expect(arrows).toBeLessThanOrEqual(200);
    expect(pictureOf(graph).notes[0]).toMatch(note);
  }
});

test('however many services differ in their names only, they are drawn as they are', () => {
  const names = Array.from({ length: 400 }, (_, index) => `worker${index}`);
  const { clusters, notes } = pictureOf(
    graphFrom(
      JSON.stringify({
        services: {
          web: { image: 'nginx', ports: ['80:80'] },
          db: { image: 'postgres' },
          ...Object.fromEntries(names.map((name) => [name, { image: 'example/worker', depends_on: ['db'] }])),
        },
      }),
    ),
  );
  expect(clusters.map(({ boxes }) => boxes.map(({ kind, lines }) => `${kind} ${lines[0]}`))).toEqual([
    ['data db', 'edge web', 'app 400 services'],
  ]);
  expect(notes).toEqual([]);
});

const boxesOf = (file: string) => {
  const { clusters, arrows } = pictureOf(graphFrom(file));
  return { boxes: clusters.flatMap(({ boxes }) => boxes.map(({ lines }) => lines.join(', '))), arrows };
};

test('a port that several ask for is told once, in the box; one that few ask for on the arrow', () => {
  const clients = (count: number, port: number) =>
    Array.from(
      { length: count },
      (_, index) => `c${index}: {image: example/${index}, environment: {DB: "http://db:${port}"}}`,
    ).join('\n  ');
  const few = boxesOf(`services:\n  ${clients(2, 5432)}\n  db: {image: postgres}`);
  expect(few.arrows.map(({ label }) => label)).toEqual(['5432', '5432']);
  const several = boxesOf(`services:\n  ${clients(3, 5432)}\n  db: {image: postgres}`);
  expect(several.boxes).toContain('db, database, port 5432');
  expect(several.arrows.map(({ label }) => label)).toEqual(['', '', '']);
  const two = boxesOf(
    `services:\n  ${clients(3, 5432)}\n  x: {image: example/x, environment: {DB: "http://db:9999"}}\n  db: {image: postgres}`,
  );
  expect(two.boxes).toContain('db, database');
  expect(two.arrows.map(({ label }) => label).sort()).toEqual(['5432', '5432', '5432', '9999']);
});

test('what the networks forbid is drawn so, however many services there are', () => {
  const { arrows } = pictureOf(
    graphFrom(
      JSON.stringify({
        services: {
          ...Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`w${index}`, { image: 'example/w' }])),
          app: { image: 'example/app', depends_on: ['db'], networks: ['front'] },
          db: { image: 'postgres', networks: ['back'] },
        },
        networks: { front: {}, back: {} },
      }),
    ),
  );
  expect(arrows.map(({ kind }) => kind)).toEqual(['broken']);
});

test('where boxes stand for many, a store that many of them reach says so instead of an arrow from each', () => {
  const fronts = Array.from({ length: 64 }, (_, index) => [
    `front${index}`,
    { image: 'nginx', ports: [`${8000 + index}:80`], networks: ['data', `n${index % 8}`], depends_on: [`api${index}`] },
  ]);
  const apis = Array.from({ length: 64 }, (_, index) => [
    `api${index}`,
    { image: `example/api${index}`, networks: [`n${index % 8}`], ...(index % 2 ? { expose: [index] } : {}) },
  ]);
  const { clusters, arrows } = pictureOf(
    graphFrom(
      JSON.stringify({
        services: {
          ...Object.fromEntries([...fronts, ...apis]),
          db: { image: 'postgres', networks: ['data'] },
          worker: { image: 'example/worker', networks: ['data'], depends_on: ['db'] },
        },
        networks: Object.fromEntries(
          ['data', ...Array.from({ length: 8 }, (_, index) => `n${index}`)].map((key) => [key, {}]),
        ),
      }),
    ),
  );
  const store = clusters.flatMap(({ boxes }) => boxes).find(({ kind }) => kind === 'data');
  expect(store?.lines).toContain('64 reach it that need not');
  expect(arrows.filter(({ kind }) => kind === 'unintended')).toEqual([]);
});

test.each([
  ['data', 'volume data'],
  ['./conf/db.conf', 'host path …/db.conf'],
  ['/srv/files/', 'host path …/files'],
])('what services share by %s is called a %s', (source, words) => {
  const file = `services:
  app: {image: example/app, volumes: ["${source}:/x"]}
  db: {image: postgres, volumes: ["${source}:/y"]}
volumes: {data: }`;
  expect(boxesOf(file).arrows.map(({ label }) => label)).toEqual([words]);
});

const CHANNELS = graphFrom(`
services:
  proxy: {image: traefik, volumes: ["/var/run/docker.sock:/var/run/docker.sock"], ports: ["80:80"]}
  tunnel: {image: cloudflare/cloudflared, command: tunnel run}
  sidecar: {image: example/side, network_mode: "service:app"}
  app: {image: example/app, networks: [default, others, swarm]}
  debug: {image: example/debug, pid: "service:app", cap_add: [NET_ADMIN]}
  backup: {image: example/backup, volumes: ["data:/data:ro"]}
  db: {image: postgres, volumes: ["data:/var/lib/postgresql/data"], networks: [inner]}
networks:
  others: {external: true}
  swarm: {driver: overlay}
  inner: {internal: true}
volumes: {data: }
`);

test('every format shows the ways around and past the networks', async () => {
  const texts = [graphMermaid(CHANNELS), graphDot(CHANNELS), await graphSvg(CHANNELS)];
  for (const text of texts) {
    for (const words of [
      'holds the Docker socket',
      'tunnel',
      'shares its network',
      'share processes',
      'can change routes (NET_ADMIN)',
      'volume data',
      'external',
      'overlay',
      'internal',
    ]) {
      expect(text).toContain(words);
    }
  }
});

test.each(GRAPHS)('the legend explains the marks that occur, and no others: %s', async (_, graph) => {
  const picture = pictureOf(graph);
  const [drawing = '', legend = ''] = (await graphSvg(graph)).replace(/<defs>.*<\/defs>/, '').split('\n</g>\n');
  const looksIn = (svg: string) =>
    new Set(
      svg
        .replace(/<text[^>]*>/g, '')
        .match(/(?<= )(?:(?:stroke|fill)="#[0-9a-f]{6}"|stroke-(?:dasharray|width)="[^"]*"|marker-end="[^"]*")/g),
    );
  const [drawn, explained] = [looksIn(drawing), looksIn(legend)];
  // Paper, and boxes outside, which say themselves what they are.
  for (const look of ['fill="#ffffff"', 'fill="#111827"', 'stroke="#111827"', 'stroke-width="1.2"']) {
    drawn.add(look);
    explained.add(look);
  }
  expect([...drawn].filter((look) => !explained.has(look))).toEqual([]);
  expect([...explained].filter((look) => !look.startsWith('stroke=') && !drawn.has(look))).toEqual([]);
  const words = legendOf(picture).map(({ text }) => text);
  expect(Array.from(legend.matchAll(/>([^<>]+)<\/text>/g), ([, text]) => text)).toEqual([...words, ...picture.notes]);
});

test('the same graph gives the same pictures', async () => {
  expect(graphMermaid(SHOP)).toBe(graphMermaid(SHOP));
  expect(graphDot(SHOP)).toBe(graphDot(SHOP));
  expect(await graphSvg(SHOP)).toBe(await graphSvg(SHOP));
});
