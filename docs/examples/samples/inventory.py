import  collections
import os,sys

LEVELS = { 'low':10, "middle":50,   'high' : 100 }

class Item( object ):
    def __init__(self,name,count = 0,price=0.0):
        self.name=name; self.count=count
        self.price = price
    def total( self ): return self.count*self.price
    def __repr__(self):
        return 'Item(%r, count=%r, price=%r)'%(self.name,self.count,self.price)

class Inventory:
    def __init__(self,items = ()):
        self._items=collections.OrderedDict( (item.name,item) for item in items )
    def add(self,item,*,replace=False):
        if item.name in self._items and not replace: raise KeyError("there is an item called %r already, remove it first or replace it"%item.name)
        self._items[item.name]=item
        return self
    def remove(self,name): return self._items.pop(name,None)
    def by_level(self):
        result = {level:[] for level in LEVELS}
        for item in self._items.values():
            for level,limit in sorted(LEVELS.items(),key = lambda pair:pair[1]):
                if item.count<=limit:
                    result[level].append( item ); break
        return result
    def report(self,stream = sys.stdout):
        for level,items in self.by_level().items():
            print(level.upper(), file = stream)
            for item in items: print("  ",item.name.ljust(20),str(item.count).rjust(6),"%10.2f"%item.total(), file=stream)

def load(path):
    with open(path) as source: rows=[line.rstrip("\n").split(";") for line in source if line.strip() and not line.startswith('#')]
    return Inventory( Item(name,int(count),float(price)) for name,count,price in rows )

if __name__=='__main__':
    for path in sys.argv[1:]:
        if not os.path.exists(path): sys.exit('no such file: '+path)
        load(path).report()
