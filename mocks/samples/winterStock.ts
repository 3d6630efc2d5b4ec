import type { StockItem } from './stockItem.ts';
import { poolsTable, unitsTable } from './stockTable.ts';

/** What goes out between December and April. */
export const WINTER_STOCK: readonly StockItem[] = [
  ...unitsTable(`
label   | name                        | units                                          | sku          | category   | location    | bought     | each | from                      | serial | rate | season | trips | care
SKI-AT  | Atomic Redster Q7           | 153 cm, 160 cm, 160 cm, 167 cm, 167 cm, 174 cm | ATOMIC-Q7    | Skis       | Ski wall A  | 2024-10-21 | 329  | Sport Gruber              | AT24   | 27   | winter | 6     | edges
SKI-RO  | Rossignol Experience 82     | 152 cm, 160 cm, 168 cm, 168 cm, 176 cm, 184 cm | ROSSI-E82    | Skis       | Ski wall A  | 2024-10-21 | 389  | Sport Gruber              | RO24   | 29   | winter | 5     | edges
SKI-FI  | Fischer RC4 Worldcup SC     | 155 cm, 160 cm, 165 cm, 170 cm                 | FISCHER-RC4  | Skis       | Ski wall B  | 2024-11-04 | 749  | Alpina Großhandel         | FI24   | 39   | winter | 3     | edges
SKI-K2  | K2 Wayback 88 touring       | 160 cm, 167 cm, 174 cm, 181 cm                 | K2-WB88      | Touring    | Ski wall B  | 2024-11-04 | 612  | Alpina Großhandel         | K224   | 34   | winter | 4     | edges
SKI-JR  | Völkl Racetiger Junior      | 90 cm, 100 cm, 110 cm, 120 cm, 130 cm, 140 cm  | VOLKL-RTJR   | Skis       | Ski wall C  | 2024-10-28 | 139  | Sport Gruber              |        | 15   | winter | 6     | edges
SKI-OLD | Head Shape V4 (2021)        | 156 cm, 163 cm, 170 cm                         | HEAD-V4      | Skis       | Cellar      | 2024-10-07 | 90   | Taken over from Ski Huber |        | 17   | winter | 2     |
BOARD   | Burton Ripcord              | 145 cm, 150 cm, 154 cm, 157 cm, 162 cm Wide    | BURTON-RIP   | Snowboards | Ski wall C  | 2024-11-11 | 285  | Blue Tomato               |        | 26   | winter | 2     | edges
BOOT-SA | Salomon S/Pro 90            | 24.5, 25.5, 26.5, 26.5, 27.5, 27.5, 28.5, 29.5 | SALOMON-SP90 | Boots      | Boot rack 1 | 2024-10-21 | 189  | Sport Gruber              |        | 12   | winter | 7     | liners
BOOT-NO | Nordica Speedmachine 3      | 25.5, 26.5, 27.5, 28.5, 29.5, 30.5             | NORDICA-SM3  | Boots      | Boot rack 1 | 2024-11-04 | 245  | Alpina Großhandel         |        | 14   | winter | 4     | liners
BOOT-SC | Scarpa Maestrale touring    | 26.5, 27.5, 28.5                               | SCARPA-MAE   | Touring    | Boot rack 2 | 2024-11-04 | 415  | Alpina Großhandel         |        | 18   | winter | 4     | liners
LVS     | Mammut Barryvox transceiver | ×6                                             | MAMMUT-BVX   | Touring    | Safe        | 2024-11-18 | 268  | Alpina Großhandel         | BVX    | 11   | winter | 5     |
SKI-A26 | Atomic Redster Q7 (2026)    | 160 cm, 167 cm, 174 cm                         | ATOMIC-Q7    | Skis       | Ski wall A  | 2025-10-27 | 365  |                           | AT26   | 29   | winter | 6     |
`),
  ...poolsTable(`
label    | name                           | units | sku          | category | location     | bought     | all  | from                      | rate | season | trips | at once | stickers
HELM-S   | Ski helmet POC Obex, S         | 12    | POC-OBEX     | Helmets  | Helmet shelf | 2024-10-21 | 468  | Sport Gruber              | 6    | winter | 10    | 4       |
HELM-M   | Ski helmet POC Obex, M         | 18    | POC-OBEX     | Helmets  | Helmet shelf | 2024-10-21 | 702  | Sport Gruber              | 6    | winter | 10    | 4       |
HELM-L   | Ski helmet POC Obex, L         | 14    | POC-OBEX     | Helmets  | Helmet shelf | 2024-10-21 | 546  | Sport Gruber              | 6    | winter | 10    | 4       |
POLE-110 | Ski poles 110 cm               | 22    | LEKI-POLE    | Poles    | Pole rack    | 2024-10-21 | 286  | Sport Gruber              | 4    | winter | 9     | 4       |
POLE-115 | Ski poles 115 cm               | 24    | LEKI-POLE    | Poles    | Pole rack    | 2024-10-21 | 312  | Sport Gruber              | 4    | winter | 9     | 4       |
POLE-120 | Ski poles 120 cm               | 30    | LEKI-POLE    | Poles    | Pole rack    | 2024-10-21 | 390  | Sport Gruber              | 4    | winter | 9     | 4       | each
POLE-125 | Ski poles 125 cm               | 20    | LEKI-POLE    | Poles    | Pole rack    | 2024-10-21 | 260  | Sport Gruber              | 4    | winter | 9     | 4       |
SNOWSHOE | Snowshoes TSL 226, pair        | 12    | TSL-226      | Touring  | Cellar       | 2024-11-18 | 1068 | Alpina Großhandel         | 12   | winter | 8     | 4       |
SLEDGE   | Wooden sledge Davos            | 15    | SLEDGE-DAVOS | Fun      | Yard shed    | 2024-10-07 | ?    | Taken over from Ski Huber | 8    | winter | 11    | 4       |
PROBE    | Avalanche probe and shovel set | 8     | LVS-SET      | Touring  | Safe         | 2024-11-18 | 592  | Alpina Großhandel         | 7    | winter | 6     | 4       |
SKINS    | Climbing skins, pair           | 6     | COLLTEX-SK   | Touring  | Boot rack 2  | 2024-11-18 | 690  | Alpina Großhandel         | 8    | winter | 3     | 2       |
HELM-XS  | Ski helmet POC Obex, XS        | 10    | POC-OBEX     | Helmets  | Helmet shelf | 2025-11-03 | 420  |                           | 6    | winter | 9     | 4       |
`),
];
