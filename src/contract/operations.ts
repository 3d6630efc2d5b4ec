import { editBatch } from './batch.ts';
import { listCategories, listLocations, listSkus } from './catalogue.ts';
import { findCode, listCodes, replaceCodes } from './codes.ts';
import { convertRecords, getLineage, listActivity, redoOperation, undoOperation } from './conversions.ts';
import { checkImport, commitImport, discardImport, getFailedLines, getImport } from './imports.ts';
import { addEntry, getFigures, listEntries, listHistory, voidEntry } from './ledger.ts';
import type { Operation } from './operation.ts';
import { adjustQuantity, createRecords, describeRecord, getRecord, listRecords } from './records.ts';
import { getHealth, getSession, verifyStock } from './system.ts';

/** The whole API, in the order in which its page shows it. */
export const OPERATIONS: readonly Operation[] = [
  listRecords,
  getRecord,
  createRecords,
  describeRecord,
  adjustQuantity,
  replaceCodes,
  editBatch,
  findCode,
  listCodes,
  listCategories,
  listLocations,
  listSkus,
  listEntries,
  addEntry,
  voidEntry,
  getFigures,
  listHistory,
  convertRecords,
  getLineage,
  listActivity,
  undoOperation,
  redoOperation,
  checkImport,
  getImport,
  commitImport,
  discardImport,
  getFailedLines,
  getHealth,
  getSession,
  verifyStock,
];
