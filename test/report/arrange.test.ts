/** Where the parts of a drawing go: no line behind a box, no text on top of another. */
import { arrange, type PlacedArrow } from '../../src/report/arrange';
import { pictureOf } from '../../src/report/picture';
import { textWidth } from '../../src/report/text-size';
import { EXAMPLES, graphFrom, large, SCENARIOS, SHOP } from '../support/graphs';

interface Area {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const areaOf = ({ x, y, width, height }: { x: number; y: number; width: number; height: number }): Area => ({
  left: x,
  right: x + width,
  top: y,
  bottom: y + height,
});

/** More than the edge in common. */
const overlap = (a: Area, b: Area): boolean =>
  Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0.1 &&
  Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.1;

/** The straight parts of a line, a little thick. */
const partsOf = ({ points }: PlacedArrow): readonly Area[] =>
  points.slice(1).map((end, index) => {
    const start = points[index] ?? end;
    return {
      left: Math.min(start.x, end.x) - 0.1,
      right: Math.max(start.x, end.x) + 0.1,
      top: Math.min(start.y, end.y) - 0.1,
      bottom: Math.max(start.y, end.y) + 0.1,
    };
  });

const plateOf = ({ label, labelAt }: PlacedArrow): readonly Area[] => {
  if (labelAt === undefined) return [];
  const width = textWidth(label, 11);
  return [areaOf({ x: labelAt.x - width / 2, y: labelAt.y - 7, width, height: 14 })];
};

/** Every tier on many networks, in both directions, with ports of different lengths. */
const tangled = graphFrom(
  JSON.stringify({
    services: Object.fromEntries(
      Array.from({ length: 14 }, (_, index) => [
        `service-${'x'.repeat((index * 5) % 17)}${index}`,
        {
          image: index % 3 === 0 ? 'postgres' : 'example/app',
          networks: [`n${index % 4}`, `n${(index * 3) % 5}`],
          ports: index % 2 === 0 ? [`${8000 + index}:80`, `127.0.0.1:${9000 + index}:81`] : [],
          environment: Object.fromEntries(
            [1, 4, 5].map((step) => {
              const other = (index * step + step) % 14;
              return [`URL${step}`, `http://service-${'x'.repeat((other * 5) % 17)}${other}:80`];
            }),
          ),
        },
      ]),
    ),
    networks: Object.fromEntries(Array.from({ length: 5 }, (_, index) => [`n${index}`, { internal: index === 2 }])),
  }),
);

test.each([['shop', SHOP], ['tangled', tangled], ['sixty', large(60, 8)], ...EXAMPLES, ...SCENARIOS] as const)(
  'lines keep clear of boxes and of what is written: %s',
  async (_, graph) => {
    const { boxes, arrows, width, height } = await arrange(pictureOf(graph));
    const areas = boxes.map(areaOf);
    areas.forEach((area, index) => {
      expect(areas.slice(index + 1).filter((other) => overlap(area, other))).toEqual([]);
      expect(overlap(area, { left: 0, top: 0, right: width, bottom: height })).toBe(true);
    });
    for (const arrow of arrows) {
      for (const part of partsOf(arrow)) expect(areas.filter((area) => overlap(area, inner(part)))).toEqual([]);
      for (const plate of plateOf(arrow)) {
        expect(areas.filter((area) => overlap(area, plate))).toEqual([]);
        for (const other of arrows) {
          if (other === arrow) continue;
          expect([...plateOf(other), ...partsOf(other)].filter((area) => overlap(area, plate))).toEqual([]);
        }
      }
    }
  },
);

/** A line ends at the edge of its box. */
function inner({ left, right, top, bottom }: Area): Area {
  return { left: left + 0.2, right: right - 0.2, top, bottom };
}

test('lines run from left to right and up and down, from the side of a box to the side of another', async () => {
  const { arrows } = await arrange(pictureOf(tangled));
  expect(arrows.length).toBeGreaterThan(30);
  for (const { points } of arrows) {
    points.slice(1).forEach((end, index) => {
      const start = points[index] ?? end;
      expect(Math.min(Math.abs(start.x - end.x), Math.abs(start.y - end.y))).toBeLessThan(0.6);
    });
  }
});

test.each([
  ['one column', '{a: {image: x, networks: [NAME]}}'],
  ['two columns', '{a: {image: x, networks: [NAME], depends_on: [b]}, b: {image: x, networks: [NAME]}}'],
])('a frame is as wide as its title, and holds its boxes: %s', async (_, services) => {
  const name = 'a-network-with-a-name-that-is-rather-longer-than-two-boxes-are-wide';
  const file = `services: ${services.replaceAll('NAME', name)}\nnetworks: {${name}: {}}`;
  const { clusters, boxes } = await arrange(pictureOf(graphFrom(file)));
  const [frame, box] = [clusters[0], boxes.find(({ id }) => id === 'n0')];
  if (frame === undefined || box === undefined) throw new Error('nothing was drawn');
  expect(frame.width).toBeGreaterThan(textWidth(frame.label, 11));
  expect([box.x > frame.x, box.x + box.width < frame.x + frame.width]).toEqual([true, true]);
  expect([box.y > frame.y + 20, box.y + box.height < frame.y + frame.height]).toEqual([true, true]);
});

/** Stores behind two services, each published to the machine as well: lines pass above the others to get to them. */
const published = graphFrom(`
services:
  worker: {image: example/worker, ports: ["127.0.0.1:3030:3030"], environment: &stores
    {A: "redis://redis", B: "postgres://postgres", C: "http://minio:9000", D: "http://clickhouse:8123", E: "tcp://clickhouse:9000"}}
  web: {image: example/web, ports: ["3000:3000"], environment: *stores}
  clickhouse: {image: clickhouse/clickhouse-server, ports: ["127.0.0.1:8123:8123", "127.0.0.1:9000:9000"]}
  minio: {image: minio/minio, ports: ["9090:9000", "127.0.0.1:9091:9001"]}
  redis: {image: redis, ports: ["127.0.0.1:6379:6379"]}
  postgres: {image: postgres, ports: ["127.0.0.1:5432:5432"]}
`);

test.each([
  ['shop', SHOP],
  ['tangled', tangled],
  ['published', published],
  ['sixty', large(60, 8)],
  ...EXAMPLES,
  ...SCENARIOS,
] as const)(
  'frames are around their boxes, no higher than these and their lines need, and no line is on a title: %s',
  async (_, graph) => {
    const picture = pictureOf(graph);
    const { clusters, boxes, arrows } = await arrange(picture);
    const placed = new Map(boxes.map((box) => [box.id, areaOf(box)]));
    clusters.forEach((cluster, index) => {
      const frame = areaOf(cluster);
      const own = (picture.clusters[index]?.boxes ?? []).flatMap(({ id }) => placed.get(id) ?? []);
      for (const box of own) {
        expect(box.left > frame.left && box.right < frame.right).toBe(true);
        expect(box.top > frame.top && box.bottom < frame.bottom).toBe(true);
      }
      const title = areaOf({ x: cluster.x + 12, y: cluster.y + 8, width: textWidth(cluster.label, 11), height: 12 });
      expect(arrows.flatMap(partsOf).filter((part) => overlap(title, part))).toEqual([]);
      expect(arrows.flatMap(plateOf).filter((plate) => overlap(title, plate))).toEqual([]);
      expect(own.filter((box) => overlap(title, box))).toEqual([]);
      if (own.length === 1) expect(cluster.height - (own[0]?.bottom ?? 0) + (own[0]?.top ?? 0)).toBeLessThan(50);
    });
  },
);
