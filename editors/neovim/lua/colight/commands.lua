--- The commands.
local M = {}

local function here()
  return vim.api.nvim_get_current_buf()
end

local function client()
  return require('colight.client')
end

local function documents()
  return require('colight.documents')
end

--- Completes with those of some words that begin as what is typed.
local function words(list)
  return function(lead)
    return vim.tbl_filter(function(word)
      return vim.startswith(word, lead)
    end, type(list) == 'function' and list() or list)
  end
end

--- Returns the ids of the blocks that touch some lines, counted from 1.
local function blocks(first, last)
  local document = documents().get(here())
  local ids = {}
  for _, block in ipairs(document and documents().in_order(document) or {}) do
    if block.first <= last - 1 and block.last >= first - 1 then
      ids[#ids + 1] = block.id
    end
  end
  return ids
end

local function run(options)
  if options.range == 0 and options.args ~= 'block' then
    client().request(here(), 'colight/run', { force = true })
    return
  end
  local ids = options.range > 0 and blocks(options.line1, options.line2) or {}
  if options.range == 0 then
    local document = documents().get(here())
    local row = vim.api.nvim_win_get_cursor(0)[1] - 1
    local block = document and documents().block_at(document, row)
    ids = block and { block.id } or {}
  end
  if #ids == 0 then
    vim.notify('colight: there is no code here', vim.log.levels.WARN)
    return
  end
  client().request(here(), 'colight/run', { blocks = ids, force = true })
end

local function verify()
  client().request(here(), 'colight/verify', {}, function(result)
    if result.equal then
      vim.notify('colight: ' .. result.message)
      return
    end
    local list = {}
    for _, difference in ipairs(result.differences) do
      list[#list + 1] = {
        bufnr = vim.uri_to_bufnr(result.uri),
        lnum = difference.range.start.line + 1,
        text = 'a clean run shows something else here',
      }
    end
    vim.fn.setqflist({}, ' ', { title = 'Colight: differences from a clean run', items = list })
    vim.notify(('colight: %d blocks differ from a clean run: :copen'):format(#list))
  end)
end

local function preview()
  client().request(here(), 'colight/preview', {}, function(result)
    local opened = pcall(function()
      local _, failure = vim.ui.open(result.url)
      if failure then
        error(failure)
      end
    end)
    if not opened then
      vim.notify('colight: open this in a browser, once: ' .. result.url)
    end
  end)
end

local endings = { html = 'html', markdown = 'md', ipynb = 'ipynb' }

local function export(options)
  local format, file = options.fargs[1], options.fargs[2]
  if not endings[format] then
    vim.notify('colight: there is no format ' .. format, vim.log.levels.ERROR)
    return
  end
  local target = vim.fn.expand(file or '%:p:r.') .. (file and '' or endings[format])
  client().request(here(), 'colight/export', { format = format }, function(result)
    if vim.fn.filereadable(target) == 1 and not options.bang then
      vim.notify(('colight: %s is there; :ColightExport! replaces it'):format(target))
      return
    end
    local ok, failure = pcall(function()
      local out = assert(io.open(target, 'wb'))
      out:write(result.content)
      assert(out:close())
    end)
    vim.notify('colight: ' .. (ok and 'wrote ' .. target or tostring(failure)))
  end)
end

local function jump(backwards)
  local document = documents().get(here())
  local row = vim.api.nvim_win_get_cursor(0)[1] - 1
  local target
  for _, block in ipairs(document and documents().in_order(document) or {}) do
    if backwards and block.first < row then
      target = block
    elseif not backwards and block.first > row then
      target = block
      break
    end
  end
  if target then
    vim.cmd("normal! m'")
    vim.api.nvim_win_set_cursor(0, { target.first + 1, 0 })
  end
end

local function stop()
  for _, known in ipairs(vim.lsp.get_clients({ name = 'colight' })) do
    if vim.fn.has('nvim-0.11') == 1 then
      known:stop()
    else
      known.stop()
    end
  end
end

local function toggle()
  local document = documents().get(here())
  if document then
    local shown = require('colight.paint').toggle(document)
    vim.notify('colight: results are ' .. (shown and 'shown' or 'hidden'))
  end
end

local function input(options)
  local document = documents().get(here())
  if not document then
    vim.notify('colight: this is no live document', vim.log.levels.WARN)
    return
  end
  local name, typed = options.args:match('^(%S+)%s*(.*)$')
  local move, problem = require('colight.inputs').move(document, name, typed)
  if move then
    client().request(here(), 'colight/input', move)
  else
    vim.notify('colight: ' .. problem, vim.log.levels.WARN)
  end
end

local function complete_input(lead, line)
  local document = documents().get(here())
  local before = vim.split(line:sub(1, #line - #lead), '%s+', { trimempty = true })
  table.remove(before, 1)
  before[#before + 1] = lead
  return document and words(require('colight.inputs').complete(document, before))(lead) or {}
end

--- Trusts the document, or its folder; with a bang, takes that back.
local function trust(options)
  local params = { trusted = not options.bang, scope = options.args == 'folder' and 'folder' or 'document' }
  client().request(here(), 'colight/trust', params, function(result)
    vim.notify('colight: ' .. result.message)
  end)
end

local function request(method)
  return function()
    client().request(here(), method, {})
  end
end

local all = {
  ColightRun = {
    run,
    { nargs = '?', range = true, complete = words({ 'all', 'block' }) },
    'run all, the block under the cursor, or those in a range',
  },
  ColightCancel = { request('colight/cancel'), {}, 'end what runs' },
  ColightRestart = { request('colight/restart'), {}, 'run all in a fresh worker' },
  ColightVerify = { verify, {}, 'compare what is shown with a clean run' },
  ColightTrust = {
    trust,
    { nargs = '?', bang = true, complete = words({ 'document', 'folder' }) },
    'let the document or its folder run; with !, no longer',
  },
  ColightPreview = { preview, {}, 'show the document in a browser' },
  ColightResults = {
    function()
      require('colight.results').toggle()
    end,
    {},
    'open or close the results window',
  },
  ColightExport = {
    export,
    {
      nargs = '+',
      bang = true,
      complete = function(lead, line)
        local words_before = vim.split(line:sub(1, #line - #lead), '%s+', { trimempty = true })
        return #words_before > 1 and vim.fn.getcompletion(lead, 'file')
          or words(vim.tbl_keys(endings))(lead)
      end,
    },
    'write the document with its results to a file',
  },
  ColightInput = {
    input,
    { nargs = '+', complete = complete_input },
    'move an input to a value, or a slider by steps: + or -',
  },
  ColightNext = {
    function()
      jump(false)
    end,
    {},
    'go to the next block',
  },
  ColightPrevious = {
    function()
      jump(true)
    end,
    {},
    'go to the block before',
  },
  ColightToggle = { toggle, {}, 'hide the results in this buffer, or show them' },
  ColightLive = {
    function()
      require('colight.programs').make_live(here())
    end,
    {},
    'make this Java file live, until it is closed',
  },
  ColightStart = {
    function()
      client().start(here())
    end,
    {},
    'start the server for this buffer',
  },
  ColightStop = { stop, {}, 'end the server' },
}

--- Defines the commands.
function M.define()
  for name, command in pairs(all) do
    local options = vim.tbl_extend('force', command[2], { desc = 'Colight: ' .. command[3] })
    vim.api.nvim_create_user_command(name, command[1], options)
  end
end

return M
