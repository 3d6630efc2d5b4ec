import { editBatch } from './batch.ts';
import { describeSku, listCategories, listLocations, listSkus } from './catalogue.ts';
import { findCode, listCodes, replaceCodes } from './codes.ts';
import { convertRecords, getLineage, listActivity, redoOperation, undoOperation } from './conversions.ts';
import { checkImport, commitImport, discardImport, getFailedLines, getImport } from './imports.ts';
import { addEntry, getFigures, listEntries, listHistory, voidEntry } from './ledger.ts';
import type { Operation } from './operation.ts';
import { getTrackingAdvice } from './trackingAdvice.ts';
import { getFigureLines, getProfitability } from './profitability.ts';
import { exportJournal, exportReport } from './reportExports.ts';
import { addReading, listReadings, voidReading } from './readings.ts';
import { adjustQuantity, createRecords, describeRecord, getRecord, listRecords } from './records.ts';
import { listRecordGroups } from './recordGroups.ts';
import { getHealth, getSession, verifyStock } from './system.ts';
import { changeView, listViews, removeView, saveView } from './views.ts';

/** The whole API, in the order in which its page shows it. */
export const OPERATIONS: readonly Operation[] = [
  listRecords,
  listRecordGroups,
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
  describeSku,
  listEntries,
  addEntry,
  voidEntry,
  getFigures,
  listReadings,
  addReading,
  voidReading,
  listHistory,
  convertRecords,
  getLineage,
  listActivity,
  undoOperation,
  redoOperation,
  getProfitability,
  getFigureLines,
  getTrackingAdvice,
  exportReport,
  exportJournal,
  checkImport,
  getImport,
  commitImport,
  discardImport,
  getFailedLines,
  listViews,
  saveView,
  changeView,
  removeView,
  getHealth,
  getSession,
  verifyStock,
];
