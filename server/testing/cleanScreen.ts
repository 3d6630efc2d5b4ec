/** Testing Library cleans up by itself only where test functions are global; here they are imported. */
import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';

afterEach(cleanup);
