--- The window that shows all of the results of the block under the cursor.
local client = require('colight.client')
local config = require('colight.config')
local documents = require('colight.documents')
local phrases = require('colight.phrases')
local text = require('colight.text')

local M = {}

local NAME = 'colight://results'
local namespace = vim.api.nvim_create_namespace('colight-results')
local group = vim.api.nvim_create_augroup('colight-results', {})

---@type { buffer: integer, source: integer, block?: string, targets: table<integer, table>, open: table<string, table>, scheduled: boolean }?
local view

--- Returns the window that shows the results, in this tab page.
local function window()
  if view and vim.api.nvim_buf_is_valid(view.buffer) then
    for _, id in ipairs(vim.api.nvim_tabpage_list_wins(0)) do
      if vim.api.nvim_win_get_buf(id) == view.buffer then
        return id
      end
    end
  end
end

---@class colight.Page
local Page = {}
Page.__index = Page

function Page:add(line, highlight, target)
  self.lines[#self.lines + 1] = line
  self.highlights[#self.lines] = highlight
  self.targets[#self.lines] = target
end

local function add_parts(page, ref, indent)
  for _, child in ipairs(view.open[ref] or {}) do
    local value = child.mime and child.mime['text/plain'] or ''
    local node = child.mime and child.mime['application/vnd.colight.tree+json']
    if (value == '' or not child.mime['text/plain']) and type(node) == 'string' then
      value = vim.json.decode(node).text or ''
    end
    local more = child.expandable
    local sign = more and (view.open[more] and '▾ ' or '▸ ') or '  '
    local line = indent .. sign .. child.label .. ' = ' .. text.line(value)
    page:add(line, nil, more and { ref = more } or nil)
    if more then
      add_parts(page, more, indent .. '  ')
    end
  end
end

local function add_output(page, item, stale)
  local output = item.output
  local place = item.row and ('line %d · '):format(item.row + 1) or ''
  local more = output.expandable
  local sign = more and (view.open[more] and '▾ ' or '▸ ') or ''
  page:add(sign .. place .. text.title(output) .. stale, 'ColightHeading', {
    row = item.row,
    ref = more,
  })
  if more and view.open[more] then
    add_parts(page, more, '  ')
  end
  for _, line in ipairs(text.output(output)) do
    page:add('  ' .. line, output.kind == 'stderr' and 'ColightStderr' or nil)
  end
  if output.truncated then
    page:add('  … cut: :ColightPreview shows more', 'ColightMore')
  end
end

local function add_error(page, err, prefix)
  for i, line in ipairs(text.lines(phrases.error(err))) do
    page:add((i == 1 and prefix or '  ') .. line, 'ColightError')
  end
  for _, frame in ipairs(err.trace or {}) do
    if frame.line then
      local name = frame['function']
      local at = name ~= '' and name .. ', line ' or 'line '
      page:add('    at ' .. at .. (frame.line + 1), nil, { row = frame.line })
    else
      local where = frame.location and (' (%s)'):format(frame.location) or ''
      page:add('    at ' .. frame['function'] .. where, 'ColightMore')
    end
  end
  if err.cause then
    add_error(page, err.cause, '  caused by ')
  end
end

local function compose(block)
  local page = setmetatable({ lines = {}, highlights = {}, targets = {} }, Page)
  if not block then
    page:add('No block here.', 'ColightMore')
    return page
  end
  local lines = block.first == block.last and ('Line %d'):format(block.first + 1)
    or ('Lines %d–%d'):format(block.first + 1, block.last + 1)
  page:add(lines .. ' · ' .. phrases.block(block), 'ColightHeading', { row = block.first })
  for _, item in ipairs(block.live or block.items) do
    local stale = phrases.stale(block, item) and ' (stale)' or ''
    if item.output then
      add_output(page, item, stale)
    else
      add_error(page, item.error, phrases.error_mark(block) .. stale .. ' ')
    end
  end
  return page
end

local function render()
  local id = window()
  if not view or not id then
    return
  end
  local document = documents.get(view.source)
  local block = document and view.block and document.blocks[view.block]
  local page = compose(block)
  view.targets = page.targets
  vim.bo[view.buffer].modifiable = true
  vim.api.nvim_buf_set_lines(view.buffer, 0, -1, false, page.lines)
  vim.bo[view.buffer].modifiable = false
  vim.api.nvim_buf_clear_namespace(view.buffer, namespace, 0, -1)
  for line, highlight in pairs(page.highlights) do
    vim.api.nvim_buf_set_extmark(view.buffer, namespace, line - 1, 0, {
      end_row = line - 1,
      end_col = #page.lines[line],
      hl_group = highlight,
    })
  end
end

--- Renders soon, once for all that happens until then.
local function refresh()
  if view and not view.scheduled then
    view.scheduled = true
    vim.schedule(function()
      if view then
        view.scheduled = false
        render()
      end
    end)
  end
end

--- Shows the block under the cursor.
local function follow()
  local buffer = vim.api.nvim_get_current_buf()
  local document = documents.get(buffer)
  if not view or not document then
    return
  end
  local block = documents.block_at(document, vim.api.nvim_win_get_cursor(0)[1] - 1)
  local id = block and block.id
  if view.source ~= buffer or view.block ~= id then
    view.source, view.block, view.open = buffer, id, {}
    refresh()
  end
end

--- Opens or closes what is under the cursor: parts of a value, or its line in the document.
local function enter()
  local target = view and view.targets[vim.api.nvim_win_get_cursor(0)[1]]
  if not view or not target then
    return
  end
  if target.ref then
    if view.open[target.ref] then
      view.open[target.ref] = nil
      refresh()
      return
    end
    client.request(view.source, 'colight/expand', { ref = target.ref, limit = 200 }, function(more)
      if more.problem then
        vim.notify('colight: ' .. more.problem, vim.log.levels.INFO)
      elseif view then
        view.open[target.ref] = more.children
        refresh()
      end
    end)
  elseif target.row then
    local at = vim.fn.bufwinid(view.source)
    if at ~= -1 then
      vim.api.nvim_set_current_win(at)
      local last = vim.api.nvim_buf_line_count(view.source)
      vim.api.nvim_win_set_cursor(at, { math.min(target.row + 1, last), 0 })
    end
  end
end

local function new_buffer()
  local buffer = vim.api.nvim_create_buf(false, true)
  vim.api.nvim_buf_set_name(buffer, NAME)
  vim.bo[buffer].bufhidden = 'wipe'
  vim.bo[buffer].modifiable = false
  vim.bo[buffer].filetype = 'colight-results'
  vim.keymap.set('n', 'q', '<Cmd>close<CR>', { buffer = buffer, desc = 'close' })
  vim.keymap.set('n', '<CR>', enter, { buffer = buffer, desc = 'open, or go to the line' })
  return buffer
end

local function open()
  local source = vim.api.nvim_get_current_win()
  local right = config.current.results.position == 'right'
  vim.cmd((right and 'botright %dvsplit' or 'botright %dsplit'):format(config.current.results.size))
  local id = vim.api.nvim_get_current_win()
  view = { buffer = new_buffer(), source = -1, targets = {}, open = {}, scheduled = false }
  vim.api.nvim_win_set_buf(id, view.buffer)
  for option, value in pairs({
    number = false,
    relativenumber = false,
    signcolumn = 'no',
    foldcolumn = '0',
    wrap = false,
    list = false,
    winfixheight = not right,
    winfixwidth = right,
  }) do
    vim.wo[id][0][option] = value
  end
  vim.api.nvim_set_current_win(source)
  vim.api.nvim_create_autocmd({ 'CursorMoved', 'CursorMovedI', 'BufEnter' }, {
    group = group,
    callback = follow,
  })
  vim.api.nvim_create_autocmd('BufWipeout', {
    group = group,
    buffer = view.buffer,
    callback = M.closed,
  })
  follow()
  refresh()
end

--- Forgets the window, which is closed.
function M.closed()
  view = nil
  vim.api.nvim_clear_autocmds({ group = group })
end

local listening = false

--- Opens the window, or closes it where it is open.
function M.toggle()
  if not listening then
    listening = true
    documents.listen(function(document, block)
      if view and document.buffer == view.source and (not block or block.id == view.block) then
        refresh()
      elseif view and document.buffer == view.source and not view.block then
        vim.schedule(follow)
      end
    end)
  end
  local id = window()
  if id then
    vim.api.nvim_win_close(id, true)
  else
    open()
  end
end

return M
