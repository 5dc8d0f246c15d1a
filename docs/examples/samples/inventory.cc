#include <map>
#include <string>
#include <iostream>
#include <vector>
struct Item{ std::string name; int count=0;double price =0; double total( ) const{return count*price;} };
class Inventory { public:
  explicit Inventory(std::vector<Item> items={}) {for(auto&item:items) add(item);}
  Inventory&add(const Item&item,bool replace=false){ if(m_items.count(item.name)&&!replace) throw std::runtime_error("there is an item called "+item.name+" already, remove it first or replace it");
    m_items[item.name]=item;return *this;}
  void report(std::ostream&out)const { for(const auto&[name,item]:m_items) out<<name<<' '<<item.count<<' '<<item.total()<<'\n'; }
private: std::map<std::string,Item> m_items; };
int main() { Inventory inventory({{"bolts",12,0.25},{"nuts",70,0.10},{"washers",7,0.02}});
  inventory.report(std::cout); return 0; }
