import { openMemoryTable } from '../world/memory-table.ts'
import { tableContract } from './table.contract.ts'

tableContract('the double in memory', async () => ({ table: openMemoryTable(), close: async () => {} }))
