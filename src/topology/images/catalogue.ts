/** The image catalogue: what widely used images are. Rows stand in files by area; the order says nothing. */
import { ADMIN_IMAGES } from './catalogue-admin.js';
import { ANALYTICS_IMAGES } from './catalogue-analytics.js';
import { APP_IMAGES } from './catalogue-app.js';
import { BUILD_IMAGES } from './catalogue-build.js';
import { CACHE_IMAGES } from './catalogue-cache.js';
import { COMPUTE_IMAGES } from './catalogue-compute.js';
import { CONTENT_IMAGES } from './catalogue-content.js';
import { DATABASE_IMAGES } from './catalogue-database.js';
import { EDGE_IMAGES } from './catalogue-edge.js';
import { HOME_IMAGES } from './catalogue-home.js';
import { HOUSEHOLD_IMAGES } from './catalogue-household.js';
import { IDENTITY_IMAGES } from './catalogue-identity.js';
import { INTERFACE_IMAGES } from './catalogue-interface.js';
import { LOGGING_IMAGES } from './catalogue-logging.js';
import { MONITORING_IMAGES } from './catalogue-monitoring.js';
import { NETWORK_IMAGES } from './catalogue-network.js';
import { OPERATIONS_IMAGES } from './catalogue-operations.js';
import { QUEUE_IMAGES } from './catalogue-queue.js';
import { RELATIONAL_IMAGES } from './catalogue-relational.js';
import { RUNTIME_IMAGES } from './catalogue-runtime.js';
import { STORAGE_IMAGES } from './catalogue-storage.js';
import type { ImageFamily } from './family.js';

export const IMAGE_CATALOGUE: readonly (readonly ImageFamily[])[] = [
  ADMIN_IMAGES,
  ANALYTICS_IMAGES,
  APP_IMAGES,
  BUILD_IMAGES,
  CACHE_IMAGES,
  COMPUTE_IMAGES,
  CONTENT_IMAGES,
  DATABASE_IMAGES,
  EDGE_IMAGES,
  HOME_IMAGES,
  HOUSEHOLD_IMAGES,
  IDENTITY_IMAGES,
  INTERFACE_IMAGES,
  LOGGING_IMAGES,
  MONITORING_IMAGES,
  NETWORK_IMAGES,
  OPERATIONS_IMAGES,
  QUEUE_IMAGES,
  RELATIONAL_IMAGES,
  RUNTIME_IMAGES,
  STORAGE_IMAGES,
];
