/** The setting by which an image reads a credential from a file, where its documentation names one. */
import type { Service } from '../../compose/project.js';
import { imageName } from '../service-facts.js';
import { FILE_VARIANTS } from './file-variants.js';

/** Further images that read the settings with `_FILE` added. Sources: the images' entrypoints and documentation. */
const SETTINGS_WITH_FILE: ReadonlyMap<string, readonly string[]> = new Map([
  ['mariadb', ['MARIADB_ROOT_PASSWORD', 'MARIADB_PASSWORD', 'MYSQL_ROOT_PASSWORD', 'MYSQL_PASSWORD']],
  ['minio/minio', ['MINIO_ROOT_PASSWORD']],
  ['wordpress', ['WORDPRESS_DB_PASSWORD']],
  ['nextcloud', ['NEXTCLOUD_ADMIN_PASSWORD', 'MYSQL_PASSWORD', 'POSTGRES_PASSWORD', 'REDIS_HOST_PASSWORD']],
  ['joomla', ['JOOMLA_DB_PASSWORD']],
  ['redmine', ['REDMINE_DB_PASSWORD', 'REDMINE_SECRET_KEY_BASE']],
  ['mongo-express', ['ME_CONFIG_MONGODB_ADMINPASSWORD', 'ME_CONFIG_BASICAUTH_PASSWORD']],
  ['phpmyadmin', ['MYSQL_ROOT_PASSWORD', 'MYSQL_PASSWORD', 'PMA_PASSWORD']],
  ['phpmyadmin/phpmyadmin', ['MYSQL_ROOT_PASSWORD', 'MYSQL_PASSWORD', 'PMA_PASSWORD']],
  ['dpage/pgadmin4', ['PGADMIN_DEFAULT_PASSWORD']],
  ['prometheuscommunity/postgres-exporter', ['DATA_SOURCE_PASS']],
  ['roundcube/roundcubemail', ['ROUNDCUBEMAIL_DB_PASSWORD']],
  ['metabase/metabase', ['MB_DB_PASS']],
]);

/** `POSTGRES_PASSWORD_FILE` for `POSTGRES_PASSWORD`; `undefined` where the image is not known to read any. */
export function fileFormOf(service: Service, setting: string): string | undefined {
  const path = service.build ? undefined : imageName(service)?.path;
  if (path === undefined) return undefined;
  if (SETTINGS_WITH_FILE.get(path)?.includes(setting)) return `${setting}_FILE`;
  const row = FILE_VARIANTS.find(({ images }) => images.includes(path));
  if (!row) return undefined;
  const suffixed = `${setting}_FILE`;
  if (row.read.includes(suffixed)) return suffixed;
  return row.instead && row.own.test(suffixed) ? `${setting}${row.instead}` : undefined;
}
